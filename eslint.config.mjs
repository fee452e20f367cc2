import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["**/node_modules/**", ".next/**", "dist/**", "lib/db/generated/**", "next-env.d.ts", "test-results/**", "playwright-report/**"] },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "no-restricted-syntax": [
        "error",
        { selector: "MemberExpression[object.name='process'][property.name='env']", message: "Read settings through env() in lib/env.ts." },
      ],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      // Ids and numbers in a sentence are what template strings are for.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // `() => void server.close()` and short arrow functions say what they mean.
      "@typescript-eslint/no-confusing-void-expression": "off",
      "@typescript-eslint/no-meaningless-void-operator": "off",
      // Handlers of forms and buttons may be async: React ignores what they return.
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
      // A contract (zod schema and type of one name) and an async function that has to match a signature are not mistakes.
      "@typescript-eslint/require-await": "off",
      "@typescript-eslint/no-redeclare": "off",
      // Values from outside are validated before they are shown as text; their type still says "anything JSON".
      "@typescript-eslint/no-base-to-string": "off",
      // The caller says what its rows look like, as with pg's own query().
      "@typescript-eslint/no-unnecessary-type-parameters": "off",
      // [...text] splits into characters, which text.split("") does not.
      "@typescript-eslint/no-misused-spread": ["error", { allow: ["string"] }],
      // A dynamic delete on a plain record is how an attribute is removed.
      "@typescript-eslint/no-dynamic-delete": "off",
      // Defensive checks on values from outside are cheap, and index signatures are typed as always there.
      "@typescript-eslint/no-unnecessary-condition": "off",
      // `async function` that hands on a promise needs no await.
      "@typescript-eslint/no-non-null-assertion": "error",
    },
  },
  { files: ["lib/**/*.ts"], ignores: ["**/*.test.ts"], rules: { "max-lines-per-function": ["error", { max: 50, skipBlankLines: true, skipComments: true }] } },
  { files: ["**/*.tsx", "lib/client/**/*.ts"], plugins: { "react-hooks": reactHooks }, rules: { "react-hooks/rules-of-hooks": "error", "react-hooks/exhaustive-deps": "error" } },
  { files: ["lib/env.ts", "simulator/**", "tests/**", "e2e/**", "**/*.test.ts", "*.config.ts"], rules: { "no-restricted-syntax": "off" } },
  {
    // Tests read rows and JSON of any shape and check them at run time.
    files: ["tests/**", "e2e/**", "**/*.test.ts"],
    rules: {
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
      "@typescript-eslint/no-unsafe-call": "off",
      "@typescript-eslint/no-unsafe-return": "off",
      // Libraries mark what is only for tests as deprecated.
      "@typescript-eslint/no-deprecated": "off",
    },
  },
);
