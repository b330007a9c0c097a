import { code, md } from '../words/index.ts';
import { disputed, documented, inferred, reported, voice } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';

export const registrationPagesDisagree = disputed(
  'registration-pages-disagree',
  md`Microsoft's own pages do not agree whether there is a site to register at.`,
  [
    voice(
      'Pages of Lync Server 2013',
      md`describe it as open, in a text of March 2019 that was never brought up to date`,
      [source.provisioningSite, source.provisioningFaq],
    ),
    voice('Page on Skype connectivity', md`announces that it shuts down on 15 August 2019`, [source.deploySkype]),
  ],
  md`Takes it as closed, and keeps the request sheet for the record.`,
);

export const requestBeforeSe = inferred(
  'request-before-se',
  md`Subscription Edition came in July 2025, when the site had long been closed: a request was made under an earlier version of the server, and is kept as its record.`,
  [source.deploySkype, report.neowin],
  { products: ['sfb-se'] },
);

export const registrationRefusedEarly = reported(
  'registration-refused-early',
  md`In February 2018 an administrator reported that the site took no more requests for servers and sent people to support.`,
  [report.issue119],
);

export const requestFields = documented(
  'request-fields',
  md`The form asked for an agreement number, the Access Edge name, the SIP domains, further Access Edge names, and an e-mail address for each domain.`,
  [source.provisioningSite, source.provisioningFaq],
);

export const requestSteps = documented(
  'request-steps',
  md`The way through the site: sign in with a Microsoft account > choose the agreement > accept the Product Use Rights > "Initiate a Provisioning Request" > enter the Access Edge name and each SIP domain > pick Skype > enter contacts > submit.`,
  [source.provisioningSite],
);

export const agreementNumber = documented(
  'agreement-number',
  md`Which number was asked depends on the licence: Volume Licensing agreement, Partner Network headquarters id, Service Provider initial enrolment, or High Volume Services product enrolment.`,
  [source.provisioningSite, source.provisioningFaq],
);

export const domainNotHostName = documented(
  'domain-not-host-name',
  md`A SIP domain is what follows the @ of an address, such as contoso.com. It is never a host name such as sip.contoso.com.`,
  [source.provisioningSite, source.provisioningFaq],
);

export const requestNeedsLiveEdge = documented(
  'request-needs-live-edge',
  md`A request took at least one Access Edge name and one SIP domain, both live and reachable by then.`,
  [source.provisioningSite],
);

export const severalNames = documented(
  'several-names',
  md`One request took up to 10 Access Edge names, if no SIP domain stood under two of them.`,
  [source.provisioningSite],
);

export const changingName = documented(
  'changing-name',
  md`A change of a registered name took days and could interrupt the service.`,
  [source.provisioningSite, source.provisioningFaq],
  { weDo: md`Advises to keep the name that is registered and to point it elsewhere.` },
);

export const licenceNeeded = documented(
  'licence-needed',
  md`It took a licence for Lync Server 2010 or 2013 and the Standard CAL. A trial did not do.`,
  [source.provisioningFaq],
);

export const contactNoLonger = documented(
  'contact-no-longer',
  md`Since April 2019 the form took no e-mail address any more, and those it had were deleted: no mail about the state of a request came after that.`,
  [source.provisioningSite],
);

export const registrationDurations = disputed(
  'registration-durations',
  md`Sources differ in how long a registration took.`,
  [
    voice('Microsoft', md`up to 30 days`, [source.provisioningSite, source.provisioningFaq]),
    voice('Microsoft, text of 2019', md`usually 24 to 48 hours; after 48 hours call support`, [
      source.provisioningSite,
    ]),
    voice('A step-by-step guide of 2014', md`less than 24 hours`, [report.guide], 'reported'),
    voice(
      'An administrator in 2013',
      md`less than 6 hours, by mail to support, as the site failed`,
      [report.fowler],
      'reported',
    ),
  ],
  md`Counts the days from the day of the request and names both the 30 days and the 48 hours. What is unanswered now will stay so.`,
);

export const registrationByMail = reported(
  'registration-by-mail',
  md`When the site ended in an error in 2013, a mail to Microsoft's team with company, agreement number, Access Edge name and domain did it.`,
  [report.fowler],
);

export const hybridOrder = documented(
  'hybrid-order',
  md`Where a SIP domain was shared with the Online service, the server side had to be registered and confirmed first. Whoever did it the other way round had to turn external communication off in the Online service, wait 24 hours and start again.`,
  [source.provisioningFaq],
);

export const messengerNeedsNoRegistration = documented(
  'messenger-needs-no-registration',
  md`Where federation with Windows Live Messenger worked already, Skype worked without another registration. Microsoft only suggests a new name for the provider entry.`,
  [source.provisioningGuide, source.deploySkype, source.messengerSupport],
);

export const messengerClosedToNew = documented(
  'messenger-closed-to-new',
  md`New requests for Windows Live Messenger were no longer taken.`,
  [source.provisioningFaq],
);

export const discoveryReplaced = documented(
  'discovery-replaced',
  md`Since 15 August 2019 there is nothing to register: an organisation is known by its DNS records (federated partner discovery).`,
  [source.deploySkype],
);

export const discoveryNeeds = documented(
  'discovery-needs',
  md`To be discovered, each SIP domain needs SRV ${code('_sipfederationtls._tcp.<domain>')} to an Edge name that obeys the suffix rule and stands in the Edge's certificate.`,
  [source.deploySkype],
);

export const srvSince2017 = documented(
  'srv-since2017',
  md`Since 1 July 2017 the federation SRV record was required besides the registration.`,
  [source.provisioningSite],
);
