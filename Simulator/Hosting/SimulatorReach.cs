namespace CommerceBot.Simulator.Hosting;

/// <summary>Who may talk to the simulators (<c>Simulator:Enabled</c>).</summary>
public enum SimulatorReach
{
    /// <summary>Programs and browsers of this machine only.</summary>
    Loopback,

    /// <summary>Anybody who reaches the port. There is no password: for a trusted network only.</summary>
    Any,

    /// <summary>Nobody: no address of the simulator is mapped.</summary>
    Never,
}
