using System.Globalization;
using ContactCenter.Chats;
using ContactCenter.Routing;
using ContactCenter.Runtime;

namespace ContactCenter.Testing;

/// <summary>What customers do on a <see cref="TestFloor"/>, and the host with their contacts.</summary>
public sealed partial class TestFloor
{
    /// <summary>A customer asks for an agent, without a bot before.</summary>
    /// <param name="queue">The queue they ask in.</param>
    /// <param name="customer">Who they are; null for somebody who has not called before.</param>
    /// <returns>
    /// The contact; where it was refused, one of which only <see cref="TestContact.ShouldGet"/> tells.
    /// </returns>
    public TestContact CustomerWaits(string queue, string? customer = null) => Starts(
        new StartChat { Queue = queue, Customer = customer ?? NewCustomer(), WithBot = false });

    /// <summary>
    /// A contact starts as the host starts it: with what is said of it, what it asks for, its priority and place, the
    /// policy that classifies it, when it is due.
    /// </summary>
    /// <param name="request">
    /// As for <see cref="ChatVerbs.StartAsync"/>. Where the customer is left empty, it is somebody who has not called
    /// before.
    /// </param>
    /// <returns>
    /// The contact; where it was refused, one of which only <see cref="TestContact.ShouldGet"/> tells.
    /// </returns>
    public TestContact Starts(StartChat request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var whose = request.Customer == default ? request with { Customer = NewCustomer() } : request;
        var (name, email) = (Specification.Text(whose.Name ?? ""), Specification.Text(whose.Email ?? ""));
        if (whose.Read(name, email, out var command) is { } unclean)
        {
            return new TestContact(this, 0, unclean);
        }

        Floor.When(command);
        var contact = new TestContact(this, Floor.Reply.Number, Floor.Rejection);
        Floor.Drain();
        return contact;
    }

    /// <summary>A customer leaves.</summary>
    /// <param name="contact">Their contact.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Leaves(TestContact contact) =>
        Ask(new EndChat(Actor.Customer(ChatOf(contact).Customer), NumberOf(contact)));

    /// <summary>The host says what a contact asks for from now on.</summary>
    /// <param name="contact">Which contact.</param>
    /// <param name="wishes">What it asks for.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Reclassify(TestContact contact, RoutingWishes wishes)
    {
        ArgumentNullException.ThrowIfNull(wishes);
        return ContactWishes.Read(wishes, out var read) is { } unclean
            ? throw new SpecificationFailedException($"The wishes were refused: {unclean}", unclean)
            : Ask(new ReclassifyContact(Actor.Host, NumberOf(contact), read) { Position = wishes.Position });
    }

    /// <summary>The host sets a contact aside.</summary>
    /// <param name="contact">One that waits, is being offered, or is for later.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Suspend(TestContact contact) => Ask(new SuspendContact(Actor.Host, NumberOf(contact)));

    /// <summary>The host lets a contact come to its queue.</summary>
    /// <param name="contact">One that was set aside, or is for later.</param>
    /// <returns>The same floor, to go on with.</returns>
    public TestFloor Activate(TestContact contact) => Ask(new ActivateContact(Actor.Host, NumberOf(contact)));

    private static long NumberOf(TestContact contact) => ChatOf(contact).Number;

    private static ChatSession ChatOf(TestContact contact)
    {
        ArgumentNullException.ThrowIfNull(contact);
        return contact.Chat;
    }

    private CustomerId NewCustomer() => string.Create(CultureInfo.InvariantCulture, $"customer-{++_customers}");
}
