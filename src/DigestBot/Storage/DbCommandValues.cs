using System.Data.Common;
using DigestBot.Core.Mentions;

namespace DigestBot.Storage;

/// <summary>Values for hand-written SQL, cleaned like those of the context.</summary>
internal static class DbCommandValues
{
    /// <summary>Gives the command its text and parameters.</summary>
    public static void Fill(this DbCommand command, string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        command.CommandText = sql;
        foreach (var (name, value) in values)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value is string text ? CleanText.Of(text) : value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }
}
