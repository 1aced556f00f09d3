const startsWith = (bytes: Uint8Array, ...start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte);

const isAscii = (bytes: Uint8Array, text: string) => startsWith(bytes, ...new TextEncoder().encode(text));

/** Headers by which a delimited file of another system is known from the study's own tables. */
const SYSTEM_HEADERS =
  /(?:^|[;,\t"])(?:_submission_time|_uuid|SubmissionDate|SubmitterID|redcap_repeat_instrument|redcap_event_name|dataElement|received_on|#\w+\+\w+)(?:[";,\t]|$)|\w___\w+(?:[";,\t]|$)|_complete"?(?:[;,]|$)/;

/** What a file is by its first bytes: a container of its own (workbook, archive, database, map), or text. */
export function isOtherContainer(bytes: Uint8Array): boolean {
  return (
    startsWith(bytes, 0x50, 0x4b, 0x03, 0x04) ||
    startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0) ||
    startsWith(bytes, 0x00, 0x00, 0x27, 0x0a) ||
    isAscii(bytes, 'SQLite format 3') ||
    isAscii(bytes, 'version https://git-lfs') ||
    /^\ufeff?\s*[<{]/.test(new TextDecoder().decode(bytes.subarray(0, 64)))
  );
}

/** True when the file is not one of the study's own plain tables, judged by its first bytes and lines. */
export function isOfAnotherSystem(bytes: Uint8Array): boolean {
  if (isOtherContainer(bytes)) return true;
  const start = new TextDecoder().decode(bytes.subarray(0, 16_384));
  return start.split(/\r?\n/, 3).some((line) => SYSTEM_HEADERS.test(line));
}
