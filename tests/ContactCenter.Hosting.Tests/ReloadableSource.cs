using System.Text;
using Microsoft.Extensions.Configuration;

namespace ContactCenter.Hosting.Tests;

/// <summary>A file of configuration that a test writes anew.</summary>
internal sealed class ReloadableSource(string json) : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load() => Read(json);

    /// <summary>The file says something else from now on, and whoever watches it is told.</summary>
    internal void Write(string text)
    {
        Read(text);
        OnReload();
    }

    private void Read(string text) => Data = new ConfigurationBuilder()
        .AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(text))).Build()
        .AsEnumerable().ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.OrdinalIgnoreCase);
}
