// Which utility classes set the same property, for `cn`: those that our sources use. tailwind-merge's own table of all of
// Tailwind would be 6 KB of every page; cn.test.ts proves that the two agree on every pair of classes we have.

const any = (): boolean => true;
const sizes = new Set(["2xs", "xs", "sm", "base", "lg", "xl", "2xl", "3xl", "4xl"]);
const isTextSize = (value: string): boolean => sizes.has(value) || /^\[\d/.test(value);
const isWidth = (value: string): boolean => value === "" || /^\d+$/.test(value) || /^\[\d/.test(value);
const isColour = (value: string): boolean => !isWidth(value) && !lines.has(value);
const lines = new Set(["solid", "dashed", "dotted", "double", "none", "hidden"]);

const box = (name: string): Record<string, { [key: string]: (typeof any)[] }[]> => ({
  [name]: [{ [name]: [any] }],
  ...Object.fromEntries(["x", "y", "t", "r", "b", "l"].map((side) => [name + side, [{ [name + side]: [any] }]])),
});
const sides = ["x", "y", "t", "r", "b", "l"];
const corners = ["t", "r", "b", "l", "tl", "tr", "bl", "br"];

export const classGroups = {
  display: ["block", "inline-block", "inline", "flex", "inline-flex", "grid", "inline-grid", "contents", "table", "hidden"],
  position: ["static", "fixed", "absolute", "relative", "sticky"],
  visibility: ["visible", "invisible", "collapse"],
  "sr": ["sr-only", "not-sr-only"],
  inset: [{ inset: [(value: string) => !/^[xy]-/.test(value)] }],
  "inset-x": [{ "inset-x": [any] }],
  "inset-y": [{ "inset-y": [any] }],
  top: [{ top: [any] }], right: [{ right: [any] }], bottom: [{ bottom: [any] }], left: [{ left: [any] }],
  z: [{ z: [any] }],
  order: [{ order: [any] }],
  ...box("p"),
  ...box("m"),
  size: [{ size: [any] }], w: [{ w: [any] }], h: [{ h: [any] }],
  "min-w": [{ "min-w": [any] }], "max-w": [{ "max-w": [any] }], "min-h": [{ "min-h": [any] }], "max-h": [{ "max-h": [any] }],
  flex: [{ flex: [(value: string) => /^(\d+|\[.*|none|auto|initial)$/.test(value)] }],
  "flex-direction": [{ flex: ["row", "row-reverse", "col", "col-reverse"] }],
  "flex-wrap": [{ flex: ["wrap", "nowrap", "wrap-reverse"] }],
  grow: [{ grow: ["", any] }], shrink: [{ shrink: ["", any] }], basis: [{ basis: [any] }],
  "grid-cols": [{ "grid-cols": [any] }], "grid-rows": [{ "grid-rows": [any] }],
  gap: [{ gap: [(value: string) => !/^[xy]-/.test(value)] }], "gap-x": [{ "gap-x": [any] }], "gap-y": [{ "gap-y": [any] }],
  items: [{ items: [any] }], self: [{ self: [any] }], "justify-content": [{ justify: [(value: string) => !/^(items|self)-/.test(value)] }],
  overflow: [{ overflow: [(value: string) => !/^[xy]-/.test(value)] }], "overflow-x": [{ "overflow-x": [any] }], "overflow-y": [{ "overflow-y": [any] }],
  "text-size": [{ text: [isTextSize] }],
  "text-align": [{ text: ["left", "center", "right", "justify", "start", "end"] }],
  "text-wrap": [{ text: ["wrap", "nowrap", "balance", "pretty"] }],
  "text-overflow": ["truncate", { text: ["ellipsis", "clip"] }],
  "text-colour": [{ text: [(value: string) => !isTextSize(value)] }],
  "text-transform": ["uppercase", "lowercase", "capitalize", "normal-case"],
  "underline-offset": [{ "underline-offset": [any] }],
  "decoration-colour": [{ decoration: [any] }],
  "justify-self": [{ "justify-self": [any] }],
  decoration: ["underline", "overline", "line-through", "no-underline"],
  "font-weight": [{ font: ["normal", "medium", "semibold", "bold"] }],
  "font-family": [{ font: ["sans", "mono"] }],
  leading: [{ leading: [any] }], tracking: [{ tracking: [any] }],
  whitespace: [{ whitespace: [any] }],
  wrap: [{ wrap: [any] }], break: [{ break: [any] }],
  rounded: [{ rounded: ["", (value: string) => !corners.some((corner) => value === corner || value.startsWith(`${corner}-`))] }],
  ...Object.fromEntries(corners.map((corner) => [`rounded-${corner}`, [{ [`rounded-${corner}`]: [any] }]])),
  "border-w": [{ border: ["", isWidth] }],
  ...Object.fromEntries(sides.map((side) => [`border-w-${side}`, [{ [`border-${side}`]: ["", isWidth] }]])),
  "border-style": [{ border: [(value: string) => lines.has(value)] }],
  "border-collapse": [{ border: ["collapse", "separate"] }],
  "border-colour": [{ border: [(value: string) => isColour(value) && !/^([xytrbl]|spacing)(-|$)/.test(value) && !/^(collapse|separate)$/.test(value)] }],
  bg: [{ bg: [(value: string) => !/^(size|center|no-repeat|repeat|cover|contain|clip)(-|$)|^\[(radial|linear|url)/.test(value)] }],
  opacity: [{ opacity: [any] }],
  shadow: [{ shadow: ["", any] }],
  "outline-w": [{ outline: ["", isWidth] }],
  "outline-style": ["outline-none", "outline-hidden"],
  "outline-offset": [{ "outline-offset": [any] }],
  "outline-colour": [{ outline: [(value: string) => isColour(value) && !/^offset-/.test(value)] }],
  cursor: [{ cursor: [any] }], select: [{ select: [any] }], "pointer-events": [{ "pointer-events": [any] }],
  transition: [{ transition: ["", any] }], duration: [{ duration: [any] }], delay: [{ delay: [any] }], animate: [{ animate: [any] }],
  "translate-x": [{ "translate-x": [any] }], "translate-y": [{ "translate-y": [any] }], rotate: [{ rotate: [any] }],
  align: [{ align: [any] }],
  "stroke-w": [{ stroke: [isWidth] }], "stroke-colour": [{ stroke: [(value: string) => !isWidth(value)] }], fill: [{ fill: [any] }],
  "object-fit": [{ object: ["contain", "cover", "fill", "none", "scale-down"] }],
  "col-span": [{ col: ["auto", { span: [any] }] }], "row-span": [{ row: ["auto", { span: [any] }] }],
  "list-style": [{ list: ["none", "disc", "decimal"] }], aspect: [{ aspect: [any] }], "line-clamp": [{ "line-clamp": [any] }],
  "justify-items": [{ "justify-items": [any] }], "space-y": [{ "space-y": [any] }], "space-x": [{ "space-x": [any] }],
  "scroll-mt": [{ "scroll-mt": [any] }], scale: [{ scale: [any] }], resize: [{ resize: ["", "none", "x", "y"] }], appearance: [{ appearance: [any] }], "will-change": [{ "will-change": [any] }],
};

const spread = (name: string): [string, string[]][] => [
  [name, sides.map((side) => name + side)],
  [`${name}x`, [`${name}r`, `${name}l`]],
  [`${name}y`, [`${name}t`, `${name}b`]],
];

export const conflictingClassGroups: Record<string, string[]> = {
  ...Object.fromEntries([...spread("p"), ...spread("m")]),
  inset: ["inset-x", "inset-y", "top", "right", "bottom", "left"],
  "inset-x": ["right", "left"],
  "inset-y": ["top", "bottom"],
  size: ["w", "h"],
  gap: ["gap-x", "gap-y"],
  flex: ["basis", "grow", "shrink"],
  overflow: ["overflow-x", "overflow-y"],
  "text-size": ["leading"],
  rounded: corners.map((corner) => `rounded-${corner}`),
  "rounded-t": ["rounded-tl", "rounded-tr"],
  "rounded-r": ["rounded-tr", "rounded-br"],
  "rounded-b": ["rounded-bl", "rounded-br"],
  "rounded-l": ["rounded-tl", "rounded-bl"],
  "border-w": sides.map((side) => `border-w-${side}`),
  "border-w-x": ["border-w-r", "border-w-l"],
  "border-w-y": ["border-w-t", "border-w-b"],
};
