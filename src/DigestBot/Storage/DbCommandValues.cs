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
            parameter.Value = Clean(value);
            command.Parameters.Add(parameter);
        }
    }

    /// <summary>Gives the parameters of a command that was filled before other values, in the same order.</summary>
    public static void Refill(this DbCommand command, ReadOnlySpan<(string Name, object? Value)> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = Clean(values[i].Value);
    }

    private static object Clean(object? value) => value is string text ? CleanText.Of(text) : value ?? DBNull.Value;
}
