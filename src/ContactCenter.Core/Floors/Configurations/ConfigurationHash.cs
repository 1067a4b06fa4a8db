using System.Security.Cryptography;
using System.Text;

namespace ContactCenter.Floors;

/// <summary>Names a revision of a configuration by its content, so that the one in force is not taken again.</summary>
internal static class ConfigurationHash
{
    internal static string Of(FloorConfiguration configuration) => Convert.ToHexStringLower(
        SHA256.HashData(Encoding.UTF8.GetBytes(ConfigurationJson.Write(configuration))).AsSpan(0, 16));
}
