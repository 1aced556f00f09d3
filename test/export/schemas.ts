/** What the specifications demand, as JSON Schemas of our own; written after the texts named beside each. */

const DAY = '^\\d{4}-\\d{2}-\\d{2}$';
const SHA_256 = '^[0-9a-f]{64}$';

/** Data Package 2.0, Data Resource and Table Schema (datapackage.org/standard, June 2024). */
export const DATA_PACKAGE_SCHEMA = {
  type: 'object',
  required: ['$schema', 'resources'],
  properties: {
    $schema: { const: 'https://datapackage.org/profiles/2.0/datapackage.json' },
    name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
    title: { type: 'string' },
    description: { type: 'string' },
    version: { type: 'string', minLength: 1 },
    sources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        minProperties: 1,
        properties: { title: { type: 'string' }, path: { type: 'string' }, email: { type: 'string' } },
      },
    },
    resources: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['$schema', 'name', 'path', 'type', 'schema'],
        properties: {
          $schema: { const: 'https://datapackage.org/profiles/2.0/dataresource.json' },
          name: { type: 'string', pattern: '^[a-z0-9._-]+$' },
          // A path inside the package: never absolute, never upwards.
          path: { type: 'string', pattern: '^(?!/)(?!.*\\.\\.)[^\\\\]+$' },
          type: { const: 'table' },
          format: { const: 'csv' },
          mediatype: { const: 'text/csv' },
          encoding: { const: 'utf-8' },
          bytes: { type: 'integer', minimum: 1 },
          hash: { type: 'string', pattern: '^sha256:[0-9a-f]{64}$' },
          schema: {
            type: 'object',
            required: ['$schema', 'fields'],
            properties: {
              $schema: { const: 'https://datapackage.org/profiles/2.0/tableschema.json' },
              fields: {
                type: 'array',
                minItems: 1,
                items: {
                  type: 'object',
                  required: ['name', 'type'],
                  properties: {
                    name: { type: 'string', minLength: 1 },
                    type: { enum: ['string', 'number', 'integer', 'date', 'any'] },
                    description: { type: 'string', minLength: 1 },
                  },
                  additionalProperties: false,
                },
              },
              missingValues: { type: 'array', items: { type: 'string' }, uniqueItems: true },
              primaryKey: { type: 'array', minItems: 1, items: { type: 'string' }, uniqueItems: true },
            },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

const LINK = {
  type: 'object',
  required: ['@id'],
  properties: { '@id': { type: 'string' } },
  additionalProperties: false,
} as const;

const LINKS = { type: 'array', items: LINK } as const;

/** RO-Crate 1.2: the descriptor, the root, files and the action that made them (researchobject.org/ro-crate). */
export const RO_CRATE_SCHEMA = {
  type: 'object',
  required: ['@context', '@graph'],
  properties: {
    '@context': { const: 'https://w3id.org/ro/crate/1.2/context' },
    '@graph': {
      type: 'array',
      // Flattened: entities are linked by their id and never stand inside one another.
      items: {
        type: 'object',
        required: ['@id', '@type'],
        properties: { '@id': { type: 'string', minLength: 1 } },
      },
      allOf: [
        {
          contains: {
            required: ['conformsTo', 'about'],
            properties: {
              '@id': { const: 'ro-crate-metadata.json' },
              '@type': { const: 'CreativeWork' },
              conformsTo: { ...LINK, properties: { '@id': { const: 'https://w3id.org/ro/crate/1.2' } } },
              about: { ...LINK, properties: { '@id': { const: './' } } },
            },
          },
        },
        {
          contains: {
            required: ['name', 'description', 'datePublished', 'license', 'hasPart'],
            properties: {
              '@id': { const: './' },
              '@type': { const: 'Dataset' },
              name: { type: 'string', minLength: 1 },
              description: { type: 'string', minLength: 1 },
              datePublished: { type: 'string', pattern: DAY },
              license: LINK,
              hasPart: LINKS,
            },
          },
        },
        {
          contains: {
            required: ['instrument', 'object', 'result'],
            properties: {
              '@type': { const: 'CreateAction' },
              instrument: LINK,
              object: LINKS,
              result: LINKS,
            },
          },
        },
      ],
    },
  },
  additionalProperties: false,
} as const;

/** A file inside a crate. */
export const CRATE_FILE_SCHEMA = {
  type: 'object',
  required: ['@id', '@type', 'name', 'encodingFormat', 'contentSize', 'sha256'],
  properties: {
    '@id': { type: 'string', pattern: '^[^/]' },
    '@type': { const: 'File' },
    name: { type: 'string', minLength: 1 },
    encodingFormat: { const: 'text/csv' },
    contentSize: { type: 'string', pattern: '^\\d+$' },
    sha256: { type: 'string', pattern: SHA_256 },
  },
  additionalProperties: false,
} as const;

/** DHIS2 data value sets (developer documentation, web API, data). */
export const DATA_VALUES_SCHEMA = {
  type: 'object',
  required: ['dataValues'],
  properties: {
    dataElementIdScheme: { enum: ['UID', 'CODE', 'NAME'] },
    orgUnitIdScheme: { enum: ['UID', 'CODE', 'NAME'] },
    dataValues: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['dataElement', 'period', 'orgUnit', 'value'],
        properties: {
          dataElement: { type: 'string', pattern: '^[A-Z0-9_]{1,50}$' },
          period: { type: 'string', pattern: '^\\d{4}(Q[1-4]|0[1-9]|1[0-2]|W([1-9]|[1-4]\\d|5[0-3]))?$' },
          orgUnit: { type: 'string', minLength: 1, maxLength: 50 },
          value: { type: 'string', pattern: '^\\d+$' },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

/** DHIS2 data elements as a metadata import takes them. */
export const DATA_ELEMENTS_SCHEMA = {
  type: 'object',
  required: ['dataElements'],
  properties: {
    dataElements: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['code', 'name', 'shortName', 'domainType', 'valueType', 'aggregationType'],
        properties: {
          code: { type: 'string', pattern: '^[A-Z0-9_]{1,50}$' },
          name: { type: 'string', minLength: 1, maxLength: 230 },
          shortName: { type: 'string', minLength: 1, maxLength: 50 },
          domainType: { const: 'AGGREGATE' },
          valueType: { const: 'INTEGER_ZERO_OR_POSITIVE' },
          aggregationType: { enum: ['AVERAGE_SUM_ORG_UNIT', 'NONE'] },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

/** DHIS2 geometry of organisation units by code, and RFC 7946 (sections 3, 3.1.6). */
export const ORG_UNITS_SCHEMA = {
  type: 'object',
  required: ['type', 'features'],
  properties: {
    type: { const: 'FeatureCollection' },
    features: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['type', 'geometry', 'properties'],
        properties: {
          type: { const: 'Feature' },
          id: { type: 'string' },
          geometry: {
            type: 'object',
            required: ['type', 'coordinates'],
            properties: { type: { const: 'MultiPolygon' }, coordinates: { type: 'array', minItems: 1 } },
            additionalProperties: false,
          },
          properties: {
            type: 'object',
            required: ['code'],
            properties: { code: { type: 'string' }, name: { type: 'string' } },
            additionalProperties: false,
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;

/** SARIF 2.1.0 (OASIS, March 2020), the part that is written. */
export const SARIF_SCHEMA = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    $schema: { type: 'string' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      maxItems: 1,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                properties: {
                  name: { const: 'spotwise' },
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
                  rules: { type: 'array', items: { type: 'object', required: ['id'] } },
                },
              },
            },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: {
            type: 'array',
            items: {
              type: 'object',
              required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations'],
              properties: {
                ruleId: { type: 'string' },
                ruleIndex: { type: 'integer', minimum: 0 },
                level: { enum: ['error', 'warning', 'note'] },
                message: {
                  type: 'object',
                  required: ['text'],
                  properties: { text: { type: 'string', minLength: 1 } },
                },
                locations: {
                  type: 'array',
                  minItems: 1,
                  items: {
                    type: 'object',
                    required: ['physicalLocation'],
                    properties: {
                      physicalLocation: {
                        type: 'object',
                        required: ['artifactLocation'],
                        properties: {
                          artifactLocation: {
                            type: 'object',
                            required: ['uri'],
                            properties: { uri: { type: 'string', pattern: '^[^/\\\\ ][^\\\\ ]*$' } },
                          },
                          region: {
                            type: 'object',
                            required: ['startLine'],
                            properties: { startLine: { type: 'integer', minimum: 1 } },
                          },
                        },
                      },
                    },
                  },
                },
              },
              additionalProperties: false,
            },
          },
        },
        additionalProperties: false,
      },
    },
  },
  additionalProperties: false,
} as const;
