using ContactCenter.Redaction;

namespace ContactCenter.Tests.Redaction;

public sealed class TrackTests
{
    private static readonly RedactionPipeline Pipeline =
        new(new CardNumberRule(), new TrackOneRule(), new TrackTwoRule());

    [Theory]
    [InlineData("%B4111111111111111^DOE/JOHN^27121010000000000000?")]
    [InlineData("B4111111111111111^DOE/JOHN            ^2712101123400001")]
    [InlineData("%B3782 822463 10005^DOE/J^2712101?")]
    [InlineData("4111111111111111^DOE/J^2712")]
    public void A_first_track_is_masked_whole(string track) => Whole(track, RedactionKind.TrackOne);

    [Theory]
    [InlineData(";4111111111111111=2712201?")]
    [InlineData(";1234567890123456=271220100000?")]
    [InlineData("4111111111111111D27121010000012345678F")]
    [InlineData("4111111111111111=2712201000000000000")]
    [InlineData(";4111111111111111=2712?")]
    public void A_second_track_is_masked_whole(string track) => Whole(track, RedactionKind.TrackTwo);

    [Theory] // tag and length before it, as a chip sends it
    [InlineData("5713")]
    [InlineData("9F6B13")]
    public void A_second_track_of_a_chip_is_masked_behind_its_tag(string tag)
    {
        const string Track = "4111111111111111D27121010000012345678F";

        Assert.Equal(tag + new string('*', Track.Length), Pipeline.Redact(tag + Track).Text.Text);
    }

    [Fact]
    public void Two_tracks_in_a_row_are_two_findings()
    {
        var result = Pipeline.Redact("%B5555555555554444^DOE/JANE^2712201?;5555555555554444=2712201?");

        Assert.Equal(["track-1", "track-2"], result.Text.Findings.Select(found => found.Kind.Code));
        Assert.True(result.Text.Text.All(character => character == '*'));
    }

    [Theory]
    [InlineData("x^2 + y^2 = 1234567890123")]
    [InlineData("123456789012345=4568321")]
    [InlineData("1234567890123456D2713101")]
    [InlineData("123456789012^name^27")]
    public void Arithmetic_is_no_track(string text) =>
        Assert.DoesNotContain(
            Pipeline.Redact(text).Text.Findings,
            found => found.Kind == RedactionKind.TrackOne || found.Kind == RedactionKind.TrackTwo);

    private static void Whole(string track, RedactionKind kind)
    {
        var result = Pipeline.Redact($"swiped {track} ok");

        Assert.Equal($"swiped {new string('*', track.Length)} ok", result.Text.Text);
        Assert.Equal(kind, Assert.Single(result.Text.Findings).Kind);
    }
}
