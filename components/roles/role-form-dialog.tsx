"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { LazyDialog } from "@/components/ui/lazy-dialog";
import type { Role } from "@/lib/contracts/role";

const RoleForm = dynamic(() => import("./role-form").then((module) => module.RoleForm), { ssr: false });

/** Makes a role of the catalogue, or changes one. */
export function RoleFormDialog({ role, trigger }: { role?: Role; trigger: ReactNode }) {
  return <LazyDialog trigger={trigger}>{(close) => <RoleForm role={role} close={close} />}</LazyDialog>;
}
