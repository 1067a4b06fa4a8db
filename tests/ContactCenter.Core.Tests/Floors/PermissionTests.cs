using ContactCenter.Agents;
using ContactCenter.Attachments;
using ContactCenter.Chats;
using ContactCenter.Collaboration;
using ContactCenter.Customers;
using ContactCenter.Floors;
using ContactCenter.Routing;
using ContactCenter.Sessions;
using ContactCenter.Tests.Floors;
using static ContactCenter.Tests.People;

namespace ContactCenter.Tests.Floors;

/// <summary>Every command, by everybody, in every state of a chat.</summary>
public sealed class PermissionTests
{
    private static readonly Actor[] Everybody = [Actor.System, Actor.Host, Ana, Bob, Mina, Noor, Boss, Actor.Bot];

    /// <summary>Who is ever granted what. Alarms, the bot's answers and leftovers name nobody but the engine.</summary>
    private static readonly Dictionary<Type, Actor[]> Granted = new()
    {
        [typeof(SignInAgent)] = [],
        [typeof(SignOutAgent)] = [Mina, Boss],
        [typeof(MakeAvailable)] = [Mina, Boss],
        [typeof(MakeIdle)] = [Mina, Boss],
        [typeof(AcceptOffer)] = [Mina],
        [typeof(DeclineOffer)] = [Mina],
        [typeof(FailOffer)] = [Actor.Host],
        [typeof(StartContact)] = [Ana, Actor.Host],
        [typeof(ReclassifyContact)] = [Actor.Host, Boss],
        [typeof(SuspendContact)] = [Actor.Host, Boss],
        [typeof(ActivateContact)] = [Actor.Host, Boss],
        [typeof(AskForCallback)] = [Ana, Actor.Host, Boss],
        [typeof(CancelContact)] = [Actor.Host, Boss],
        [typeof(PresentOffer)] = [],
        [typeof(ReportActivity)] = [Mina],
        [typeof(PostMessage)] = [Ana, Mina, Noor],
        [typeof(MarkLines)] = [Ana, Mina, Noor],
        [typeof(WriteNote)] = [Mina, Noor],
        [typeof(AskForAgent)] = [Ana, Actor.Host],
        [typeof(EndChat)] = [Ana, Actor.Host, Mina],
        [typeof(CompleteWrapUp)] = [Mina],
        [typeof(HoldWrapUp)] = [],
        [typeof(TransferChat)] = [Mina, Boss],
        [typeof(WithdrawTransfer)] = [Mina],
        [typeof(InviteAgent)] = [Mina],
        [typeof(WithdrawInvitation)] = [Mina],
        [typeof(EndConference)] = [Mina],
        [typeof(ExitConference)] = [Noor],
        [typeof(MoveObserver)] = [Boss],
        [typeof(Whisper)] = [],
        [typeof(CompleteContact)] = [Boss],
        [typeof(SendFiles)] = [Ana, Mina, Noor],
        [typeof(NoteRead)] = [Mina, Noor, Boss],
        [typeof(NoteReveal)] = [Actor.Host],
        [typeof(SetHold)] = [Actor.Host, Boss],
        [typeof(EraseCustomer)] = [Actor.Host, Boss],
        [typeof(RescanTranscripts)] = [Actor.Host, Boss],
        [typeof(OpenSession)] = [Ana, Bob, Mina, Noor],
        [typeof(LoseSession)] = [],
        [typeof(EditConfiguration)] = [Actor.Host],
        [typeof(Configure)] = [Actor.Host],
    };

    public static TheoryData<ChatState> EveryState => [.. ChatStates.Seen];

    [Fact]
    public void Each_kind_of_command_is_asked_in_these_tests() =>
        Assert.Equal(
            Commands.Kinds.Select(kind => kind.Name).Order(),
                Commands.OfEachKind.Keys.Select(kind => kind.Name).Order());

    [Theory]
    [MemberData(nameof(EveryState))]
    public void Whatever_anybody_asks_is_done_or_refused_with_a_known_code_and_without_a_trace(ChatState state)
    {
        foreach (var command in Commands.OfEachKind.Values)
        {
            foreach (var actor in Everybody)
            {
                ChatStates.Reach(state).Ask(command(actor));
            }
        }
    }

    [Fact]
    public void Nobody_is_ever_granted_what_is_not_theirs()
    {
        foreach (var (kind, granted) in Granted)
        {
            Actor[] ever =
            [
                .. from actor in Everybody
                   where ChatStates.Seen.Any(state =>
                       ChatStates.Reach(state).Ask(Commands.OfEachKind[kind](actor)).Rejection is null)
                   select actor,
            ];

            Assert.Equal(
                granted.Select(actor => actor.ToString()).Order(),
                ever.Select(actor => actor.ToString()).Order());
        }
    }

    [Fact]
    public void A_refusal_says_the_same_in_code_and_words_whoever_reads_it() =>
        Assert.Equal(Rejections.All.Count, Rejections.All.Select(rejection => rejection.Code).Distinct().Count());

    [Fact]
    public void Every_refusal_that_the_library_names_is_in_the_list() =>
        Assert.Equal(
            typeof(Rejections).GetProperties()
                .Where(property => property.PropertyType == typeof(Rejection))
                .Select(property => (Rejection)property.GetValue(null)!),
            Rejections.All);
}
