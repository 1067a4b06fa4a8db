using ContactCenter.Journals;
using ContactCenter.Sqlite;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps a contact centre in a SQLite file.</summary>
public static class SqliteContactCenterBuilderExtensions
{
    /// <summary>
    /// Keeps the journal of all floors in one SQLite file: what is acknowledged outlives the process and the machine's
    /// power.
    /// </summary>
    /// <param name="builder">The contact centre.</param>
    /// <param name="file">The path of the file; it is made where there is none.</param>
    /// <param name="configure">Changes how it is kept; null for the defaults.</param>
    /// <exception cref="InvalidOperationException">There is a journal already.</exception>
    public static IContactCenterBuilder UseSqlite(
        this IContactCenterBuilder builder, string file, Action<SqliteJournalOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentException.ThrowIfNullOrEmpty(file);
        var options = new SqliteJournalOptions();
        configure?.Invoke(options);
        return builder.UseJournal(services => new SqliteJournal(file, options, services.GetService<TimeProvider>())
        {
            Protector = services.GetService<IPersonalDataProtector>,
        });
    }
}
