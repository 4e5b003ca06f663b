using System.ComponentModel.DataAnnotations;

namespace DigestBot.Sources;

/// <summary>A property of a connector's options that is a whole web address; without <c>https://</c> it would fail only when it is called.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WebAddressAttribute() : ValidationAttribute("is no web address; write one such as https://api.example.com")
{
    /// <inheritdoc />
    public override bool IsValid(object? value) => value is null or Uri { IsAbsoluteUri: true, Scheme: "https" or "http" };
}
