namespace ContactCenter.Files;

/// <summary>What becomes of a file, or of a part of it, in which nobody can look for card data.</summary>
public enum UnreadPolicy
{
    /// <summary>The file is not delivered, unless another scanner of the chain has read it.</summary>
    Block,

    /// <summary>
    /// The file is delivered all the same, and an entry of the audit trail says so
    /// (<see cref="Customers.AuditAction.DeliveredUnread"/>).
    /// </summary>
    DeliverUnread,
}
