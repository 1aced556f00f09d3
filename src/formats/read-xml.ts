import type { Document } from '@xmldom/xmldom';
import { raise } from '../model/issue-catalogue.js';
import type { Issue } from '../model/issue.js';
import { decodeText } from './decode.js';

export type XmlReading = { readonly document: Document } | { readonly issue: Issue };

const LARGEST_XML = 24 * 1_048_576;

/**
 * The XML document of a map file. Document types and entities are refused before anything is parsed: they can read
 * other files of the computer or grow without end. Larger than 24 MiB is refused too.
 */
export async function readXml(bytes: Uint8Array, file: string): Promise<XmlReading> {
  if (bytes.length > LARGEST_XML) {
    return { issue: raise('import-too-large', { file }, { message: 'The XML file is larger than 24 MiB.' }) };
  }
  const decoded = decodeText(bytes, file);
  if ('issue' in decoded) return decoded;
  if (/<!DOCTYPE|<!ENTITY/i.test(decoded.text)) {
    const message = 'The file declares a document type or entities, which no map file needs.';
    return {
      issue: raise(
        'import-refused',
        { file },
        { message, fix: 'Do not open it elsewhere either; ask who sent it.' },
      ),
    };
  }
  const { DOMParser } = await import('@xmldom/xmldom');
  const faults: string[] = [];
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') faults.push(message);
    },
  });
  try {
    const document = parser.parseFromString(decoded.text, 'text/xml');
    if (faults.length === 0) return { document };
  } catch {
    // Said below, the same way as what was gathered.
  }
  return {
    issue: raise(
      'import-refused',
      { file },
      { message: 'The file is no well-formed XML.', fix: 'Export it again.' },
    ),
  };
}
