import { Cable, Cog, KeyRound, Link2, Terminal } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { actorKind } from "./actor-kind";

const icons = { credential: KeyRound, setup_link: Link2, connection: Cable, command_line: Terminal, system: Cog };

/** Initials of a person; for everything else that acts, what kind of thing it is. */
export function ActorAvatar({ type, label }: { type: string; label: string }) {
  const kind = actorKind(type);
  if (kind === "user") return <Avatar name={label} />;
  const Icon = icons[kind];
  return (
    <span aria-hidden className="inline-flex size-6 shrink-0 items-center justify-center rounded-full border border-border bg-sunken text-muted">
      <Icon className="size-3.5" />
    </span>
  );
}
