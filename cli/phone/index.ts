/** `kazashi phone …`: robot phones of a running sandbox, which log in by themselves. */
import { phonePlatforms } from '@kazashi/lifecycle'
import { Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { exitCodeWords } from '../exit-codes.ts'
import { serverOption } from '../server-option.ts'
import { askRobots, loginDone, robot } from './robots.ts'

interface Common {
  readonly server: string
  readonly json?: boolean
}

type Robot = z.infer<typeof robot>
const line = ({ name, platform, state, holder }: Robot) =>
  `${name.padEnd(20)}  ${platform.padEnd(8)}  ${state.padEnd(10)}  ${holder}`
const printJson = (value: unknown) => console.log(JSON.stringify(value, undefined, 2))

const told = (made: Robot, json: boolean | undefined) =>
  json ? printJson(made) : console.log(line(made))

function parseName(text: string): string {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(text))
    throw new InvalidArgumentError('Small letters, digits and -, at most 40.')
  return text
}

const withCommon = (command: Command) =>
  command.addOption(serverOption()).option('--json', 'print JSON')

const newCommand = () =>
  withCommon(
    new Command('new')
      .description('make a person, their card and a phone that has applied and registered')
      .argument(
        '<name>',
        'small letters, digits and -; also the login_hint that asks for it',
        parseName,
      )
      .addOption(new Option('--platform <kind>').choices(phonePlatforms).default('android'))
      .addOption(
        new Option('--preset <kind>', 'somebody of this kind').choices([
          'adult',
          'old',
          'foreign-name',
          'variant-kanji',
        ]),
      )
      .option('--seed <n>', 'always the same person', Number),
  ).action(async (name: string, options: Common & { readonly seed?: number }) => {
    const { server, json, ...wish } = options
    const made = robot.parse(await askRobots(server, 'POST', '/phones', { name, ...wish }))
    told(made, json)
  })

const listCommand = () =>
  withCommon(new Command('list').description('name the robot phones')).action(
    async ({ server, json }: Common) => {
      const all = z.array(robot).parse(await askRobots(server, 'GET', '/phones'))
      if (json) printJson(all)
      else for (const one of all) console.log(line(one))
    },
  )

const removeCommand = () =>
  new Command('remove')
    .description('put a robot phone away; its person and card stay')
    .argument('<name>')
    .addOption(serverOption())
    .action(async (name: string, { server }: Common) => {
      await askRobots(server, 'DELETE', `/phones/${encodeURIComponent(name)}`)
    })

const eventCommand = (event: 'lose' | 'resume', description: string) =>
  withCommon(new Command(event).description(description).argument('<name>')).action(
    async (name: string, { server, json }: Common) => {
      const path = `/phones/${encodeURIComponent(name)}/events`
      told(robot.parse(await askRobots(server, 'POST', path, { event })), json)
    },
  )

const switchCommand = () =>
  withCommon(
    new Command('switch')
      .description('the same person with another Android phone; the one before ends (4-B)')
      .argument('<name>')
      .argument('<new-name>'),
  ).action(async (name: string, by: string, { server, json }: Common) => {
    const path = `/phones/${encodeURIComponent(name)}/replacement`
    told(robot.parse(await askRobots(server, 'POST', path, { name: by })), json)
  })

const loginCommand = () =>
  withCommon(
    new Command('login')
      .description('have a robot answer a login that waits on a screen, and sign its documents')
      .argument('<name>')
      .requiredOption('--address <url>', 'in the QR code, or of the login request itself')
      .option('--code <digits>', 'the two digits on that screen; without, the browser is led back'),
  ).action(
    async (
      name: string,
      {
        server,
        json,
        address,
        code,
      }: Common & { readonly address: string; readonly code?: string },
    ) => {
      const request = URL.parse(address)?.searchParams.get('request') ?? address
      const path = `/phones/${encodeURIComponent(name)}/logins`
      const done = loginDone.parse(await askRobots(server, 'POST', path, { request, code }))
      if (json) printJson(done)
      else console.log(done.returnUrl ?? 'accepted')
    },
  )

export function phoneCommand(): Command {
  const command = new Command('phone')
    .description('robot phones of a running sandbox: they apply, register and log in by themselves')
    .addHelpText(
      'after',
      `
Examples:
  kazashi phone new hanako                        a person with a registered Android phone
  kazashi phone new taro --platform iphone --json
  kazashi phone list
  kazashi phone lose hanako                       suspended, until "kazashi phone resume hanako"
  kazashi phone switch hanako hanako-2            the same person with a new phone
  kazashi phone login hanako --address "http://app.…/login?request=…" --code 47
An authorization request with login_hint=hanako is answered at once, and its documents are signed.

${exitCodeWords}`,
    )
  for (const each of [
    newCommand(),
    listCommand(),
    loginCommand(),
    eventCommand(
      'lose',
      'report the phone lost by telephone: its certificates are suspended (5-B1)',
    ),
    eventCommand('resume', 'the phone is found: its certificates are issued anew (5-B3)'),
    switchCommand(),
    removeCommand(),
  ])
    command.addCommand(each)
  return command
}
