/** One step: a remark and a table that a person can look at. */
export function table(name: string, says: string, query: string): string {
  return `-- ${says}\nCREATE TEMP TABLE ${name} AS\n${query.trim()};\n`;
}
