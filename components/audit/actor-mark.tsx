import { KeyRound, Link2, Plug, SquareTerminal } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { BrandMark } from "@/components/layout/brand-mark";
import { actorKind } from "./actor-kind";

const icons = { credential: KeyRound, setup_link: Link2, connection: Plug, command_line: SquareTerminal };

/** Who did something: a person by initials, a program by what it is. */
export function ActorMark({ actor }: { actor: { type: string; label: string } }) {
  const kind = actorKind(actor.type);
  if (kind === "user") return <Avatar name={actor.label} />;
  if (kind === "system") return <BrandMark className="size-6 shrink-0" />;
  const Icon = icons[kind];
  return (
    <span aria-hidden className="inline-flex size-6 shrink-0 items-center justify-center rounded-full bg-pressed text-muted">
      <Icon className="size-3.5" />
    </span>
  );
}
