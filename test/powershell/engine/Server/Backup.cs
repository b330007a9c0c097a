using System.IO.Compression;
using System.Text.Json.Nodes;

namespace Skypefed.Engine;

/// <summary>What Export-CsConfiguration writes: a zip file.</summary>
public static class Backup
{
    public static IEnumerable<object> Write(ServerCall call, JsonObject store)
    {
        call.DemandPlayed("FileName", "Force", "LocalStore");
        var file = call.Cmdlet.GetUnresolvedProviderPathFromPSPath(call.Text("FileName"));
        try
        {
            using var archive = ZipFile.Open(file, call.Has("Force") ? ZipArchiveMode.Update : ZipArchiveMode.Create);
            using var entry = new StreamWriter(archive.CreateEntry("DocItemSet.json").Open());
            entry.Write(store.ToJsonString());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ServerException(error.Message);
        }
        return [];
    }
}
