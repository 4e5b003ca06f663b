using System.Text.Json;
using DigestBot.Sources.JsonHttp;

namespace DigestBot.Tests.Sources.JsonHttp;

public sealed class TheJsonPath
{
    private const string Sample = """{"a":{"b":[{"c":1,"k":"x"},{"c":2,"k":"y"}]},"@odata.nextLink":"n","list":[[1,2],[3]]}""";

    [Theory]
    [InlineData("a.b[*].c", "1,2")]
    [InlineData("$.a.b[1].c", "2")]
    [InlineData("a.b[k=y].c", "2")]
    [InlineData("'@odata.nextLink'", "n")]
    [InlineData("list[*][*]", "1,2,3")]
    [InlineData("a.b.c", "")]
    [InlineData("a.z", "")]
    [InlineData("a.b[7]", "")]
    public void Finds_what_stands_there(string path, string expected) =>
        Assert.Equal(expected, string.Join(',', JsonPath.Parse(path)!.In(JsonElement.Parse(Sample)).Select(JsonValues.Text)));

    [Theory]
    [InlineData("a..b")]
    [InlineData("a[")]
    [InlineData("a[x]")]
    [InlineData("a]")]
    [InlineData("'a")]
    public void Is_refused_when_it_is_none(string path) => Assert.Null(JsonPath.Parse(path));

    [Fact]
    public void Is_the_whole_when_it_is_empty() => Assert.Equal(JsonValueKind.Object, JsonPath.Parse("")!.First(JsonElement.Parse(Sample)).ValueKind);
}
