type Props = Record<string, unknown>;
type Component = (props: Props) => unknown;
type React = { createElement: (type: unknown, props: Props | null, ...children: unknown[]) => unknown; Fragment: unknown };
type Wrap = (original: Component, system: { React: React }) => Component;

export type ReferenceTexts = { about: string; access: string; filter: string; operations: string; body: string };

/**
 * A plugin for Swagger UI that gives its page what WCAG asks and its own markup lacks: landmarks around what stands outside its `main`,
 * a heading above the groups of operations, a name for the field of a body, and no link inside the button that opens an operation.
 * It is written for Swagger UI's own copy of React, which comes with `system`.
 */
export function accessibleReference(texts: ReferenceTexts): () => { wrapComponents: Record<string, Wrap> } {
  const landmark =
    (label: string): Wrap =>
    (original, { React }) =>
    (props) =>
      React.createElement("section", { "aria-label": label }, React.createElement(original, props));
  return () => ({
    wrapComponents: {
      InfoContainer: landmark(texts.about),
      AuthorizeBtnContainer: landmark(texts.access),
      FilterContainer: landmark(texts.filter),
      operations:
        (original, { React }) =>
        (props) =>
          React.createElement(React.Fragment, null, React.createElement("h2", { className: "sr-only" }, texts.operations), React.createElement(original, props)),
      TextArea:
        (original, { React }) =>
        (props) =>
          React.createElement(original, { "aria-label": texts.body, ...props }),
      DeepLink:
        (_, { React }) =>
        ({ text }) =>
          React.createElement("span", null, text),
    },
  });
}
