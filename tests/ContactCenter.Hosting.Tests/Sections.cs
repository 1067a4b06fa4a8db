using System.Text;
using ContactCenter.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContactCenter.Hosting.Tests;

/// <summary>Sections of a configuration, and what floors make of them.</summary>
internal static class Sections
{
    /// <summary>The section of these floors.</summary>
    internal static IConfigurationSection Of(string floors)
    {
        var json = $$"""{ "ContactCenter": { "Floors": {{floors}} } }""";
        return new ConfigurationBuilder()
            .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build().GetSection("ContactCenter:Floors");
    }

    /// <summary>The options of the floor retail, whose section this is.</summary>
    internal static FloorOptions Read(string floor)
    {
        var services = new ServiceCollection();
        services.AddContactCenter().BindFloors(Of($$"""{ "retail": {{floor}} }"""));
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptionsMonitor<FloorOptions>>().Get("retail");
    }
}
