import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

/** `busy` puts off every recipient, `hangs` takes the call and says nothing, `drops` hangs up when it has the whole mail. */
export type Trouble = 'busy' | 'hangs' | 'drops'

const answerOf = (trouble: Trouble, line: string): string => {
  if (/^RCPT/i.test(line)) return trouble === 'busy' ? '451 4.7.1 Try again later' : '250 OK'
  if (/^DATA/i.test(line)) return '354 Go on'
  return /^QUIT/i.test(line) ? '221 Bye' : '250 OK'
}

const talk = (socket: Socket, trouble: Trouble): void => {
  let heard = ''
  let inData = false
  socket.setEncoding('latin1')
  socket.on('error', () => undefined)
  if (trouble === 'hangs') return
  socket.write('220 broken.example.org\r\n')
  socket.on('data', (text: string) => {
    heard += text
    if (inData) {
      if (heard.endsWith('\r\n.\r\n')) socket.destroy()
      return
    }
    for (let end = heard.indexOf('\r\n'); end >= 0 && !inData; end = heard.indexOf('\r\n')) {
      const line = heard.slice(0, end)
      heard = heard.slice(end + 2)
      inData = /^DATA/i.test(line)
      socket.write(`${answerOf(trouble, line)}\r\n`)
    }
  })
}

/** A mail server in trouble, where a good one was. */
export const startBrokenMailServer = async (url: string, trouble: Trouble): Promise<{ stop: () => Promise<void> }> => {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
    talk(socket, trouble)
  }).listen(Number(new URL(url).port), '127.0.0.1')
  await once(server, 'listening')
  return {
    stop: async () => {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}
