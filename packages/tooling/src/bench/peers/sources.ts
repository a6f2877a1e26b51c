import type { SourceFile } from '../workspace.ts';

/** Systems of components that ask one another, each file with a view of its system. */
export function likeC4Files(bytes: number, count: number): SourceFile[] {
  const specification = 'specification {\n  element system\n  element component\n}\n';
  return [
    { path: 'specification.c4', text: specification },
    ...filesOf(bytes, count, 'c4', (file, size) => {
      const parts = repeated(size, (part) => {
        const asks = part === 0 ? '' : `    part_${file}_${part - 1} -> part_${file}_${part} 'asks'\n`;
        return `    part_${file}_${part} = component 'Component ${part}' {
      technology 'TypeScript'
      description 'Component ${part} answers one kind of question.'
    }
${asks}`;
      });
      return `model {
  system_${file} = system 'System ${file}' {
    description 'What system ${file} does for customers, in a sentence.'
${parts}  }
}
views {
  view view_${file} of system_${file} {
    include *
  }
}
`;
    }),
  ];
}

/** Models that speak of one another, in a namespace a file, which one file imports. */
export function typeSpecFiles(bytes: number, count: number): SourceFile[] {
  const files = filesOf(bytes, count, 'tsp', (file, size) => {
    const models = repeated(size, (model) => {
      const others =
        model === 0 ? '' : `  previous?: Customer${model - 1};\n  all: Customer${model - 1}[];\n`;
      return `/** What is kept of a customer, form ${model}. */
model Customer${model} {
  @doc("The e-mail address")
  email: string;
  @minLength(1) name: string;
  age?: int32;
${others}}

`;
    });
    return `namespace Bench${file};\n\n${models}`;
  });
  const main = files.map(({ path }) => `import "./${path}";\n`).join('');
  return [{ path: 'main.tsp', text: main }, ...files];
}

/** Models that refer to one another, in one schema of many files. */
export function prismaFiles(bytes: number, count: number): SourceFile[] {
  const schema = `generator client {
  provider = "prisma-client"
  output   = "./generated"
}

datasource db {
  provider = "postgresql"
}
`;
  return [
    { path: 'schema.prisma', text: schema },
    ...filesOf(bytes, count, 'prisma', (file, size) => {
      const models = repeated(size, (model) => {
        const previous =
          model === 0
            ? ''
            : `  previousId Int?
  previous   Customer_${file}_${model - 1}? @relation(fields: [previousId], references: [id])
`;
        return `model Customer_${file}_${model} {
  id    Int    @id @default(autoincrement())
  email String @unique
  name  String?
${previous}  next  Customer_${file}_${model + 1}[]
}

`;
      });
      const last = models.split('model ').length - 1;
      return `${models}model Customer_${file}_${last} {
  id         Int  @id
  previousId Int?
  previous   Customer_${file}_${last - 1}? @relation(fields: [previousId], references: [id])
}
`;
    }),
  ];
}

function filesOf(
  bytes: number,
  count: number,
  extension: string,
  text: (file: number, size: number) => string,
): SourceFile[] {
  return Array.from({ length: count }, (_, file) => ({
    path: `file_${file}.${extension}`,
    text: text(file, bytes / count),
  }));
}

/** Parts in a row, as many as the size has room for. */
function repeated(size: number, part: (index: number) => string): string {
  let text = '';
  for (let index = 0; text.length < size - 200; index++) text += part(index);
  return text;
}
