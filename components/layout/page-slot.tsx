import type { ReactNode } from "react";

/**
 * Where a page stands below its layout, and the page's skeleton for as long as nothing stands there. Next shows `loading.tsx` when its
 * prefetch is there before the click; to one that arrives after it, it leaves the place empty until the page itself comes.
 */
export function PageSlot({ skeleton, children }: { skeleton: ReactNode; children: ReactNode }) {
  return (
    <>
      <div className="peer contents">{children}</div>
      <div className="hidden peer-empty:contents">{skeleton}</div>
    </>
  );
}
