/** What spreadsheets take for the beginning of a formula (OWASP, "CSV Injection"), also behind blanks, or behind our own mark. */
const formula = /^'*\s*[=+\-@]|^[\t\r\n]/

/** The text as a spreadsheet shows it and never runs it. */
export const harmless = (text: string): string => (formula.test(text) ? `'${text}` : text)

/** The text as it was before it was made harmless, when such a file comes back. */
export const asWritten = (text: string): string => (/^'+\s*[=+\-@]/.test(text) ? text.slice(1) : text)
