// What reaches the wire in spite of the gate, by name. docs/guarantee.md is made of it.

/** Why. */
export const reasons = {};

/** Browser → vector → reason. */
export const exceptions = {};

/** The reason for a vector in a browser, if it has one. */
export const exceptionOf = (name, browser) => exceptions[browser]?.[name];
