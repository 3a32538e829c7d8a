using System.Text;
using CommerceBot.Catalog;
using CommerceBot.Recognition;

namespace CommerceBot.Storage.Sqlite.Turns;

internal sealed class UnclearUtterances(TurnBuffer buffer) : IUnclearUtterances
{
    public void Add(string text, Language language, string guess)
    {
        byte[]? box = null;
        buffer.Encrypting(() => box = buffer.Encryptor.Encrypt(Encoding.UTF8.GetBytes(text)));
        buffer.Add(session =>
        {
            session["INSERT INTO unclear_utterance (at, language, guess, sealed) VALUES (?1, ?2, ?3, ?4)"]
                .Bind(1, buffer.Now.ToUnixTimeMilliseconds()).Bind(2, language.Code).Bind(3, guess).Bind(4, box!).Execute();
            return true;
        });
    }
}
