"use client";

import { useState } from "react";
import type { RoleMappings } from "@/lib/contracts/role";
import { type MappingRow, sameRows, toRows } from "./mapping-rows";
import { describeOthers, type OthersChange, rebaseRows } from "./rebase-rows";

/**
 * The lines of the editor and the mapping that they began with. What others save, and groups that arrive, come in by themselves; the admin's
 * own changes stay on top, and `others` says what came in under them.
 */
export function useMappingRows(saved: RoleMappings) {
  const [seen, setSeen] = useState(saved.version);
  const [base, setBase] = useState(saved);
  const [rows, setRows] = useState<MappingRow[]>(() => toRows(saved));
  const [others, setOthers] = useState<OthersChange[]>([]);
  const dirty = !sameRows(rows, toRows(base));

  const rebase = (fresh: RoleMappings): void => {
    const versions = { base: toRows(base), theirs: toRows(fresh) };
    const came = describeOthers(versions);
    setBase(fresh);
    setRows(rebaseRows(rows, versions));
    if (dirty) setOthers([...others.filter((other) => !came.some(({ key }) => key === other.key)), ...came]);
  };
  const accept = (next: RoleMappings): void => {
    setBase(next);
    setRows(toRows(next));
    setOthers([]);
  };
  if (saved.version !== seen) {
    setSeen(saved.version);
    if (saved.version !== base.version) rebase(saved);
  }
  return { rows, setRows, version: base.version, dirty, others, rebase, accept, discard: () => accept(base) };
}
