namespace ContactCenter.Redaction;

/// <summary>Unwinds a rule that used up its work. One that swallows it is caught by the counter all the same.</summary>
internal sealed class WorkBudgetException : Exception;
