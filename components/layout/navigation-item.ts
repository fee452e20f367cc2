import type { ReactNode } from "react";

export type NavigationItem = {
  href: string;
  label: string;
  icon: ReactNode;
  /** Only this very path, not those below it. */
  exact?: boolean;
  /** A number that wants attention. */
  count?: number;
};
