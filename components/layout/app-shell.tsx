import type { ReactNode } from "react";
import { CommandPalette } from "./command-palette";
import type { NavigationItem } from "./navigation-item";
import { NavigationSheet } from "./navigation-sheet";
import { SidebarNavigation } from "./sidebar-navigation";
import { SkipLink } from "./skip-link";

export type AppShellProps = {
  /** Where one is: the organization switcher, or the name of the console. */
  heading: ReactNode;
  navigation: readonly NavigationItem[];
  footer: ReactNode;
  /** Whose members, groups and connections ⌘K finds. */
  organization?: string;
  /** Lines across the top that hold for every page. */
  banner?: ReactNode;
  children: ReactNode;
};

/** Sidebar and page. Below 768 px the sidebar becomes a sheet behind a button in a top bar. */
export function AppShell({ heading, navigation, footer, organization, banner, children }: AppShellProps) {
  const sidebar = (
    <>
      <SidebarNavigation items={navigation} />
      <div className="mt-auto border-t border-border p-2">{footer}</div>
    </>
  );
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[15rem_minmax(0,1fr)]">
      <SkipLink />
      <aside className="sticky top-0 hidden h-dvh flex-col border-r border-border bg-background md:flex">
        <div className="flex items-center gap-1 p-2">
          <div className="min-w-0 flex-1">{heading}</div>
          <CommandPalette items={navigation} organization={organization} />
        </div>
        {sidebar}
      </aside>
      <div className="flex min-w-0 flex-col">
        <header className="sticky top-0 z-30 flex items-center gap-1 border-b border-border bg-background px-2 py-1.5 md:hidden">
          <NavigationSheet>{sidebar}</NavigationSheet>
          <div className="min-w-0 flex-1">{heading}</div>
        </header>
        {banner}
        <main id="content" tabIndex={-1} className="mx-auto flex w-full max-w-6xl min-w-0 flex-1 flex-col gap-6 px-4 pt-5 pb-16 outline-none sm:px-8 sm:pt-7">
          {children}
        </main>
      </div>
    </div>
  );
}
