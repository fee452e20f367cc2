/**
 * SQL: a new id in the order of time (UUID version 7), for statements that write many rows: ids at random would touch a page of the index for each of them.
 * PostgreSQL has a function of its own for it only from version 18 on.
 */
export const orderedId = "(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::int8), 12, '0') || '7' || substr(gen_random_uuid()::text, 16))::uuid";
