using ContactCenter;

namespace ConsoleHost.Screens;

/// <summary>Somebody who looks at the floor, and what to call them.</summary>
/// <param name="Actor">Who it is; the floor decides by this what they may see.</param>
/// <param name="Name">What people call them.</param>
/// <param name="HasButtons">Their screen has a button for whatever they may do; who types commands needs none.</param>
internal sealed record Party(Actor Actor, string Name, bool HasButtons = false);
