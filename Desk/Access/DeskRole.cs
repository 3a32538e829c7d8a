namespace CommerceBot.Desk.Access;

/// <summary>What somebody may do in the desk.</summary>
internal enum DeskRole
{
    /// <summary>Sees everything but people and exports, and changes nothing.</summary>
    Viewer,

    /// <summary>Also ships, corrects and answers, and gives money back up to a limit.</summary>
    Staff,

    /// <summary>Everything.</summary>
    Owner,
}
