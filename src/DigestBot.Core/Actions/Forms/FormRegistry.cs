namespace DigestBot.Core.Actions.Forms;

/// <summary>Every form there is. Safe for concurrent use.</summary>
/// <param name="forms">The forms; no two share a name.</param>
internal sealed class FormRegistry(IEnumerable<IForm> forms)
{
    private readonly Dictionary<string, IForm> _forms = forms.ToDictionary(form => form.Name, StringComparer.Ordinal);

    /// <summary>By name; null when there is none.</summary>
    public IForm? Find(string name) => _forms.GetValueOrDefault(name);

    /// <summary>The form that a button opens, or null when it opens none.</summary>
    /// <param name="name">The first word of the button.</param>
    /// <param name="about">What follows it.</param>
    public IForm? OpenedBy(string name, string about) => Find(name) is { } form && form.OpensAbout(about) ? form : null;
}
