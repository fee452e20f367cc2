import pg from "pg";

/** What of node-postgres a query of our own meets; its types do not name them. */
type Connection = { describe: (portal: unknown) => void };
type Field = { name: string; dataTypeID: Parameters<typeof pg.types.getTypeParser>[0]; format: "text" | "binary" };
type Column = { name: string; read: (text: string) => unknown };
type Base = new (text: string, values: unknown[], callback: (error: Error | undefined) => void) => {
  name: string;
  prepare(connection: Connection): void;
  handleRowDescription(message: { fields: Field[] }): void;
  handleDataRow(message: { fields: (string | null)[] }): void;
  submit: (connection: unknown) => void;
};

const shapes = new WeakMap<object, Map<string, Column[]>>();
const silent = new WeakMap<object, Connection>();

/**
 * A prepared statement whose rows are described once a connection: node-postgres asks for the description with every execution, which costs a short read a
 * tenth of its time on both sides. The statement needs a name; `found` is complete when `callback` runs.
 */
export class DescribedOnceQuery extends (pg.Query as unknown as Base) {
  readonly found: unknown[] = [];
  #columns: Column[] | undefined;
  #known: Map<string, Column[]> | undefined;

  constructor({ name, text, values }: { name: string; text: string; values: unknown[] }, callback: (error: Error | undefined) => void) {
    super(text, values, callback);
    this.name = name;
  }

  override prepare(connection: Connection): void {
    this.#known = shapes.get(connection) ?? new Map<string, Column[]>();
    shapes.set(connection, this.#known);
    this.#columns = this.#known.get(this.name);
    super.prepare(this.#columns ? withoutDescribing(connection) : connection);
  }

  override handleRowDescription({ fields }: { fields: Field[] }): void {
    this.#columns = fields.map(({ name, dataTypeID, format }) => ({ name, read: pg.types.getTypeParser(dataTypeID, format) as Column["read"] }));
    this.#known?.set(this.name, this.#columns);
  }

  override handleDataRow({ fields }: { fields: (string | null)[] }): void {
    const row: Record<string, unknown> = {};
    this.#columns?.forEach(({ name, read }, at) => {
      const text = fields[at] ?? null;
      row[name] = text === null ? null : read(text);
    });
    this.found.push(row);
  }
}

function withoutDescribing(connection: Connection): Connection {
  const known = silent.get(connection);
  if (known) return known;
  const quiet = Object.create(connection, { describe: { value: () => undefined } }) as Connection;
  silent.set(connection, quiet);
  return quiet;
}
