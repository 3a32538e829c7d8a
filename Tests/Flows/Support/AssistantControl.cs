using System.Net.Http.Json;
using CommerceBot.Catalog;
using CommerceBot.Recognition;
using CommerceBot.Recognition.Assistant;
using CommerceBot.Runtime;
using CommerceBot.Runtime.Inbox;
using CommerceBot.Tests.Channels.Support;
using CommerceBot.Tests.Support;
using Microsoft.Bot.Schema;
using Intent = CommerceBot.Recognition.Intent;

namespace CommerceBot.Tests.Flows.Support;

/// <summary>A shop whose merchant has set a language model: the simulator for one.</summary>
internal sealed class AssistantControl(ShopHost host)
{
    /// <summary>How the usual answer to such a sentence begins.</summary>
    public const string UnsureReply = "Non sono sicuro di aver capito";

    private static readonly string[] Vague =
    [
        "il coso di ieri poi com'è andata a finire per quella faccenda", "insomma quella roba lì che dicevamo l'altra volta",
        "mah allora come la mettiamo con la storia di prima", "per il discorso del mese scorso ditemi un po' voi",
        "ma poi quella cosa di cui parlavamo che fine fa", "senti un po' e allora per quello come siamo messi",
        "ah e poi ci sarebbe quell'altra questione in sospeso", "tutto sommato direi quell'altro di sopra magari",
        "io pensavo tipo una via di mezzo tra i due boh", "ecco appunto era proprio lì che volevo arrivare",
        "dipende se poi il vicino porta anche la scala", "quando torna il signore di martedì gli dite che va bene",
        "se piove non fa niente tanto passo col furgone", "lei mi aveva detto blu ma poi il cugino ha cambiato idea",
    ];

    public static ShopHostOptions Options(params string[] more) => new()
    {
        SimulatorsApart = true,
        Settings =
        [
            "Assistant:Endpoint={simulators}/simulator/assistant/v1", "Assistant:Model=simulator-1", "Assistant:ApiKey=sk-simulator",
            .. more,
        ],
    };

    /// <summary>Sentences of which no training makes sense: the recogniser is unsure of them, and no product is found by them.</summary>
    public IReadOnlyList<string> Unsure => UnsureWith("");

    /// <summary>The same with something more behind each.</summary>
    public IReadOnlyList<string> UnsureWith(string more) =>
    [
        .. Vague.Select(text => text + more)
            .Where(text => !host.Get<ShopRecognizer>().Recognize(text, new RecognitionContext(Language.Italian)).IsConfident),
    ];

    public async Task SetAsync(object settings)
    {
        using var answer = await host.Simulators.PutAsJsonAsync("/simulator/assistant/control", settings);
        if (!answer.IsSuccessStatusCode)
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
    }

    public Task AnswerAsync(
        string intent, string? query = null, int? quantity = null, string fault = "none", int times = int.MaxValue) =>
        SetAsync(new { answer = new { intent, query, quantity }, fault, times });

    /// <summary>The bodies that came, the oldest first.</summary>
    public async Task<IReadOnlyList<string>> RequestsAsync() =>
        (await host.Simulators.GetFromJsonAsync<string[]>("/simulator/assistant/requests"))!;

    /// <summary>Waits, over real time, until so many questions have come in all.</summary>
    public Task WaitForAsync(int requests, CancellationToken cancellationToken) =>
        Eventually.SeeAsync(
            async () => await RequestsAsync() is { } seen && seen.Count >= requests ? seen : null, TimeSpan.FromMinutes(1),
            () => $"{requests} questions", cancellationToken);

    /// <summary>Lets a shopper in, who is greeted.</summary>
    public async Task<Chat> StartAsync(string user, string? name = null)
    {
        var chat = await Chat.OpenAsync(host, user, name);
        await chat.GetStartedAsync();
        return chat;
    }

    /// <summary>Waits, over real time, for words while a call hangs.</summary>
    public static Task SeeAsync(Chat chat, string words, CancellationToken cancellationToken) => Eventually.SeeAsync(
        async () => await chat.TranscriptAsync() is { } said && said.Contains(words, StringComparison.Ordinal) ? said : null,
        TimeSpan.FromMinutes(1), () => $"no '{words}'", cancellationToken);

    /// <summary>An answer to the newest question, or the oldest, as a row of that kind.</summary>
    public async Task AppendAnswerAsync(RowKind kind, bool oldest = false, bool settle = true)
    {
        var order = oldest ? "seq" : "seq DESC";
        var question = host.Text($"SELECT seq || '-' || n FROM outbox WHERE kind = 'assistant' ORDER BY {order} LIMIT 1")!;
        var lane = host.Text("SELECT lane FROM outbox WHERE kind = 'assistant' LIMIT 1")!;
        var id = $"{host.Get<IRuntimeStore>().DatabaseId}-{question}";
        var reply = new AssistantReply(id, new AssistantAnswer(Intent.OrderStatus, null, null));
        var answer = new Activity { Type = ActivityTypes.Event, Name = AssistantEvents.Answer, Value = AssistantEvents.Write(reply) };
        var reference = await host.Get<IRuntimeStore>().ReferenceAsync(lane, CancellationToken.None);
        if (kind == RowKind.Message)
            answer.ApplyConversationReference(reference!, isIncoming: true);
        await host.Get<MessageInbox>().AppendAsync([new IncomingMessage($"test:{kind}", lane, kind, answer)], CancellationToken.None);
        if (settle)
            await host.SettleAsync();
    }
}
