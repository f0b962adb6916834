import './faster-imports.ts'
import { createServer } from 'node:http'
import express, { type ErrorRequestHandler } from 'express'
import { getPayload } from 'payload'
import { nextAdmin } from './admin-server.ts'
import { payloadApi } from './api.ts'
import { migrateDatabase, prepareDatabase, usesMongo } from './database.ts'
import { env } from './env.ts'
import { closedDoors } from './guards/closed-doors.ts'
import { refuseMalformedIds } from './guards/id-form.ts'
import { limitLogins } from './guards/login-limit.ts'
import { limitQuery } from './guards/query-limit.ts'
import { neverStore, securityHeaders } from './guards/security-headers.ts'
import { refuseOtherOverride, unfoldQuestion } from './guards/unfold-question.ts'
import { health } from './health.ts'
import { mail } from './mail.ts'
import { createLookUpCompany, registerOf } from './membership/company-register.ts'
import { createConfirmSignup } from './membership/confirm-signup.ts'
import { fillDeskTexts } from './membership/find-on-desk.ts'
import { createReadMails } from './membership/read-mails.ts'
import { createReceiveSignup } from './membership/receive-signup.ts'
import { startPrivacyWork } from './membership/privacy-work.ts'
import { startRegisterClock } from './membership/register-clock.ts'
import { startPageRenewal } from './membership/renew-pages.ts'
import { createRobots } from './membership/robots.ts'
import { startMailWorker } from './membership/send-emails.ts'
import { pokeAfterWrites, pokeSite, wantRelease } from './publishing/poke-site.ts'
import { endLeases, startScheduleWorker } from './publishing/run-schedule.ts'
import { prepareFirstStart } from './first-start.ts'
import { explainStartFailure } from './start-failure.ts'
import { queueWrites } from './write-queue.ts'

const stopWithinMilliseconds = 10_000

const start = async () => {
  await prepareDatabase()
  const { default: config } = await import('./payload.config.ts')
  const payload = await getPayload({ config, cron: false })
  await migrateDatabase(payload)
  await fillDeskTexts(payload)
  await prepareFirstStart(payload)

  const robots = createRobots({ secret: env.PAYLOAD_SECRET, limitPer10Minutes: env.SIGNUP_LIMIT_PER_10_MINUTES })
  const app = express()
  app.disable('x-powered-by')
  app.set('trust proxy', env.TRUST_PROXY + 1) // the site's front is one; the operator's proxies come before it
  const server = createServer(app)
  const admin = nextAdmin(server)

  const failed: ErrorRequestHandler = (error, _req, res, next) => {
    payload.logger.error({ err: error, msg: 'A request could not be answered.' })
    if (res.headersSent) return next(error)
    res
      .status(500)
      .json({ errors: [{ message: 'Something went wrong here. Nothing was lost; try again in a moment.' }] })
  }

  app.use(securityHeaders, neverStore)
  app.get(['/healthz', '/readyz'], health(payload))
  app.use(closedDoors, refuseOtherOverride, unfoldQuestion, limitQuery, refuseMalformedIds(usesMongo))
  app.get('/api/signup/token', (_req, res) => void res.json(robots.newToken()))
  app.post('/api/signup', createReceiveSignup({ payload, robots }))
  app.post('/api/signup/confirm', createConfirmSignup({ payload }))
  app.post('/api/company', createLookUpCompany(registerOf(env)))
  app.get('/api/mails{/:name}', createReadMails({ payload }))
  app.use(limitLogins, queueWrites, pokeAfterWrites)
  app.use('/api', payloadApi(config, env.CMS_URL))
  app.use(admin.handle)
  app.use(failed)

  const address = new URL(env.CMS_URL)
  server.on('error', (error) => {
    console.error(explainStartFailure(error))
    process.exit(1)
  })
  await new Promise<void>((resolve) => server.listen(Number(address.port || 80), address.hostname, resolve))
  console.log(`The CMS answers on ${env.CMS_URL}.`)
  if (!usesMongo) await endLeases(payload)
  const workers = [
    startMailWorker({ payload, mail }),
    startScheduleWorker({ payload }),
    startRegisterClock({ payload }),
    startPrivacyWork({ payload }),
    startPageRenewal({ payload }),
  ]
  admin.loadLater()
  wantRelease() // what was being saved when an earlier CMS died may not have been asked for
  void pokeSite()

  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(0), stopWithinMilliseconds).unref()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeIdleConnections()
    await Promise.all(workers.map((worker) => worker.stop()))
    await closed
    await payload.destroy()
    process.exit(0)
  }
  process.on('SIGTERM', () => void stop())
  process.on('SIGINT', () => void stop())
}

try {
  await start()
} catch (error) {
  console.error(explainStartFailure(error))
  process.exit(1)
}
