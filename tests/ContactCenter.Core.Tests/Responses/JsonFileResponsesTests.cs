using System.Text;
using ContactCenter.Responses;

namespace ContactCenter.Tests.Responses;

public sealed class JsonFileResponsesTests : IDisposable
{
    private const string Greeting = """[{ "id": "greeting", "title": "Greeting", "text": "Hello!" }]""";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("secret-place-");
    private readonly JsonFileResponses _source;
    private DateTime _changedAt = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);

    public JsonFileResponsesTests() => _source = new JsonFileResponses(File);

    private string File => Path.Combine(_folder.FullName, "responses.json");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_says_all_that_a_response_is()
    {
        Write("""
            // Maintained by the floor's administrators.
            [
              {
                "id": "refund", "title": "환불 규정", "text": "{customer.name}님, 14일 안에…",
                "category": "orders", "locale": "ko-KR", "channel": "chat", "queues": ["vip"], "teams": ["a", "b"],
              },
              { "id": "bye", "title": "Goodbye", "text": "Bye", "category": null, "channel": null, "queues": null },
            ]
            """);

        var read = await Read();

        Assert.Equal(2, read.Count);
        Assert.Equal(
            new PredefinedResponse
            {
                Id = "refund",
                Title = "환불 규정",
                Text = "{customer.name}님, 14일 안에…",
                Category = "orders",
                Locale = "ko-KR",
                Channel = Channel.Chat,
                Queues = read[0].Queues,
                Teams = read[0].Teams,
            },
            read[0]);
        Assert.Equal(["vip"], read[0].Queues);
        Assert.Equal(["a", "b"], read[0].Teams);
        Assert.Equal((null, null, null), (read[1].Category, read[1].Locale, read[1].Channel));
        Assert.Empty(read[1].Queues);
    }

    [Fact]
    public async Task A_mark_before_the_first_letter_is_passed_over()
    {
        System.IO.File.WriteAllText(File, Greeting, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal("greeting", Assert.Single(await Read()).Id);
    }

    [Fact]
    public async Task A_file_that_has_not_changed_is_not_read_again()
    {
        Write(Greeting);

        Assert.Same(await Read(), await Read());
    }

    [Fact]
    public async Task A_file_is_read_again_when_its_time_is_another_or_its_length()
    {
        Write(Greeting);
        Assert.Equal("Hello!", (await Read())[0].Text);

        Write(Greeting.Replace("Hello!", "Hallo!", StringComparison.Ordinal));
        Assert.Equal("Hallo!", (await Read())[0].Text);

        _changedAt -= Times.Seconds(1);
        Write(Greeting.Replace("Hello!", "Hi!", StringComparison.Ordinal));
        Assert.Equal("Hi!", (await Read())[0].Text);
    }

    [Fact]
    public async Task A_broken_file_throws_until_it_is_mended()
    {
        Write(Greeting);
        await Read();
        Write("[\n  { \"id\": ");

        Assert.Equal(["no JSON: line 2"], await Faults());
        Assert.Equal(["no JSON: line 2"], await Faults());

        Write(Greeting);
        Assert.Single(await Read());
    }

    [Fact]
    public async Task All_faults_of_a_file_are_told_at_once()
    {
        Write("""
            [
              { "id": "a", "title": "A" },
              { "id": "a", "title": 5, "text": "\uD800", "queues": "vip", "teams": ["x", 1], "channel": "pigeon" },
              7,
              { "title": "", "text": "secret", "qeues": [] },
              { "id": ["x"], "title": "t", "text": "t", "channel": 1 },
            ]
            """);

        Assert.Equal(
            [
                "'a' text: missing",
                "'a' id: there is another with it",
                "'a' title: not what it should be",
                "'a' text: not what it should be",
                "'a' channel: not what it should be",
                "'a' queues: not what it should be",
                "'a' teams: not what it should be",
                "[2] not an object",
                "[3] has a field that is not known",
                "[3] id: missing",
                "[3] title: blank",
                "[4] id: not what it should be",
                "[4] channel: not what it should be",
            ],
            await Faults());
    }

    [Theory]
    [InlineData("", "no JSON: line 1")]
    [InlineData("null", "not an array")]
    [InlineData("{}", "not an array")]
    [InlineData("[[[[[[[[[[]]]]]]]]]]", "no JSON: line 1")]
    [InlineData("[{ \"id\": \"a\", \"id\": \"b\" }]", "no JSON, or a field is there twice")]
    [InlineData("[{ \"\\uD800\": 1, \"id\": \"a\", \"title\": \"t\", \"text\": \"x\" }]", "no JSON: malformed Unicode")]
    public async Task What_is_no_list_of_responses_is_refused(string content, string fault)
    {
        Write(content);

        Assert.Equal([fault], await Faults());
    }

    [Fact]
    public async Task Bytes_that_are_no_letters_are_refused()
    {
        System.IO.File.WriteAllBytes(
            File, [.. "[{\"id\":\"a\",\"title\":\"t\",\"text\":\""u8, 0xFF, 0xFE, .. "\"}]"u8]);

        Assert.Equal(["'a' text: not what it should be"], await Faults());
    }

    [Fact]
    public async Task A_file_of_more_than_ten_megabytes_is_not_read()
    {
        using (var file = System.IO.File.Create(File))
        {
            file.SetLength((10 * 1024 * 1024) + 1);
        }

        Assert.Equal(["more than 10,485,760 bytes"], await Faults());
    }

    [Fact]
    public async Task A_file_of_more_than_ten_thousand_responses_is_not_looked_through()
    {
        Write($"[{string.Join(',', Enumerable.Repeat("{}", 10_001))}]");

        Assert.Equal(["more than 10,000 responses"], await Faults());
    }

    [Fact]
    public async Task A_file_that_is_not_there_may_come_later()
    {
        Assert.Equal(["does not exist"], await Faults());

        Write(Greeting);
        Assert.Single(await Read());
    }

    [Fact]
    public async Task A_folder_is_no_file()
    {
        var source = new JsonFileResponses(_folder.FullName);

        var refused = await Assert.ThrowsAsync<ResponseSourceException>(
            async () => await source.ReadAsync(CancellationToken.None));

        Assert.Equal(["cannot be read"], refused.Faults);
    }

    [Fact]
    public async Task Readers_at_the_same_time_all_get_the_responses()
    {
        Write(Greeting);

        var read = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(Read)));

        Assert.All(read, responses => Assert.Equal("greeting", Assert.Single(responses).Id));
    }

    [Fact]
    public async Task A_reader_who_has_given_up_is_told_so()
    {
        Write(Greeting);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await _source.ReadAsync(new CancellationToken(canceled: true)));
        Assert.Single(await Read());
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_path_is_not_blank(string path) =>
        Assert.Throws<ArgumentException>(() => new JsonFileResponses(path));

    private Task<IReadOnlyList<PredefinedResponse>> Read() => _source.ReadAsync(CancellationToken.None).AsTask();

    private async Task<IReadOnlyList<string>> Faults()
    {
        var refused = await Assert.ThrowsAsync<ResponseSourceException>(Read);
        var told = refused.ToString().Split('\n')[0];

        Assert.StartsWith("responses.json: ", refused.Message);
        Assert.DoesNotContain("secret", told, StringComparison.Ordinal);
        Assert.DoesNotContain("pigeon", told, StringComparison.Ordinal);
        Assert.Null(refused.InnerException);
        return refused.Faults;
    }

    // The clock of a file system may stand still between two changes; here each has an instant of its own.
    private void Write(string content)
    {
        System.IO.File.WriteAllText(File, content);
        System.IO.File.SetLastWriteTimeUtc(File, _changedAt += Times.Seconds(1));
    }
}
