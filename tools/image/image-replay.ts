import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { DockerfileParser, type Copy, type From, type Instruction, type JSONInstruction } from 'dockerfile-ast';

/** What the last stage of a Dockerfile says of the container, and the folder that stands for its `/`. */
export interface ReplayedImage {
  readonly root: string;
  readonly env: Readonly<Record<string, string>>;
  readonly workdir: string;
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly health: readonly string[];
}

/** What a stage is made of: the folder for its `/`, and what its instructions set. */
interface Stage {
  readonly root: string;
  readonly env: Record<string, string>;
  workdir: string;
  user: string;
  entrypoint: string[];
  command: string[];
  health: string[];
}

/**
 * Does in folders what a Dockerfile does in stages, where no container engine runs: `npm ci` with the very arguments, the
 * copies between stages, and no more than the instructions that Dockerfile uses. The base images are this machine.
 * @param context the folder that COPY copies from
 * @param built stages that are there already, by name: the folder that stands for their `/`
 * @param folder an empty folder for the others
 * @throws Error at an instruction it does not know: a replay that skips something proves nothing
 */
export async function replayDockerfile(
  text: string,
  context: string,
  built: Readonly<Record<string, string>>,
  folder: string,
): Promise<ReplayedImage> {
  const stages = new Map<string, Stage>();
  let stage: Stage | undefined;
  let skipped = false;
  for (const line of DockerfileParser.parse(text).getInstructions()) {
    if (line.getKeyword() === 'FROM') {
      const name = (line as From).getBuildStage() ?? 'last';
      skipped = name in built;
      stage = emptyStage(built[name] ?? join(folder, name));
      stages.set(name, stage);
    } else if (!skipped) {
      if (!stage) throw new Error(`${line.getKeyword()} stands before FROM`);
      await follow(line, stage, context, stages);
    }
  }
  if (!stage) throw new Error('the Dockerfile has no stage');
  return stage;
}

function emptyStage(root: string): Stage {
  mkdirSync(root, { recursive: true });
  return { root, env: {}, workdir: '/', user: 'root', entrypoint: [], command: [], health: [] };
}

async function follow(line: Instruction, stage: Stage, context: string, stages: Map<string, Stage>): Promise<void> {
  const words = line.getArguments().map((argument) => argument.getValue());
  switch (line.getKeyword()) {
    case 'WORKDIR':
      stage.workdir = words[0] ?? '/';
      mkdirSync(join(stage.root, stage.workdir), { recursive: true });
      return;
    case 'COPY':
      copy(line as Copy, words, stage, context, stages);
      return;
    case 'RUN':
      await run(line.getRawArgumentsContent() ?? '', stage);
      return;
    case 'ENV':
      for (const word of words) {
        const [name = '', ...value] = word.split('=');
        stage.env[name] = value.join('=');
      }
      return;
    case 'USER':
      stage.user = words[0] ?? 'root';
      return;
    case 'ENTRYPOINT':
      stage.entrypoint = list(line);
      return;
    case 'CMD':
      stage.command = list(line);
      return;
    case 'HEALTHCHECK':
      stage.health = JSON.parse(/CMD (\[.*\])$/s.exec(line.getRawArgumentsContent() ?? '')?.[1] ?? '[]') as string[];
      return;
    case 'EXPOSE':
    case 'VOLUME':
    case 'STOPSIGNAL':
      return; // of the engine's own making
    default:
      throw new Error(`the replay does not know ${line.getKeyword()}`);
  }
}

function copy(line: Copy, words: string[], stage: Stage, context: string, stages: Map<string, Stage>): void {
  const from = line.getFromFlag()?.getValue();
  const source = from ? stages.get(from)?.root : context;
  if (source === undefined) throw new Error(`COPY from ${from}: there is no such stage`);
  const target = words.at(-1) ?? '.';
  for (const path of words.slice(0, -1)) {
    const whole = join(source, path);
    const place = join(stage.root, target.startsWith('/') ? '' : stage.workdir, target);
    const isFolder = statSync(whole).isDirectory();
    // As docker does: a folder's content goes into the target, a file goes under its own name into one that ends in /.
    const to = !isFolder && /(^\.|\/)$/.test(target) ? join(place, path.split('/').at(-1) ?? '') : place;
    cpSync(whole, to, { recursive: true, verbatimSymlinks: true });
  }
}

/** Absolute folders of an `install` are those of the stage; owners are not set, for there is no such user here. */
async function run(command: string, stage: Stage): Promise<void> {
  const folders = /^install -d -o \w+ -g \w+ (\/\S+)$/.exec(command);
  if (folders?.[1]) mkdirSync(join(stage.root, folders[1]), { recursive: true });
  else await promisify(execFile)('sh', ['-c', command], { cwd: join(stage.root, stage.workdir), maxBuffer: 2 ** 26 });
}

const list = (line: Instruction): string[] =>
  (line as JSONInstruction).getJSONStrings().map((one) => JSON.parse(one.getValue()) as string);

/** Paths of the image in a setting, such as `/app`, are those of the folder that stands for its root. */
function settingsOf(image: ReplayedImage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(image.env).map(([name, value]) => [name, value.startsWith('/') ? join(image.root, value) : value]),
  );
}

/**
 * Starts what a container of the image would start, with nothing of this process' environment but PATH.
 * @param command instead of the image's own, as `docker run image command`
 * @param user to run as, where this process may choose
 */
export function startImage(
  image: ReplayedImage,
  env: Readonly<Record<string, string>>,
  command: readonly string[] = image.command,
  user?: { uid: number; gid: number },
): ChildProcess {
  const [program = 'node', ...rest] = [...image.entrypoint, ...command];
  return spawn(program === 'node' ? process.execPath : program, rest, {
    cwd: join(image.root, image.workdir),
    env: { PATH: process.env['PATH'], ...settingsOf(image), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  });
}

/** What lies in a folder, in bytes; links count nothing. */
export function bytesIn(folder: string): number {
  let sum = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true }))
    if (entry.isFile()) sum += statSync(join(entry.parentPath, entry.name)).size;
  return sum;
}
