import type { Source } from '../model/index.ts';

const report = (id: string, title: string, where: string): Source => ({ id, title, where });

/** The procedure that this program follows and corrects. */
export const guide = report(
  'guide-2014',
  'A step-by-step guide of 2014',
  'ucryan.com/2014/11/20/lync-skype-federation-step-by-step',
);

// Threads in Microsoft's public repositories

export const issue119 = report(
  'issue-119',
  'An administrator in 2018, issue 119',
  'github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness/issues/119',
);
export const issue1254 = report(
  'issue-1254',
  'An administrator on partner discovery, issue 1254',
  'github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness/issues/1254',
);
export const issue2048 = report(
  'issue-2048',
  'Administrators on failover, issue 2048 and pull 2054',
  'github.com/MicrosoftDocs/OfficeDocs-SkypeForBusiness/issues/2048',
);
export const scubaGear = report('scubagear', 'CISA ScubaGear, issue 1704', 'github.com/cisagov/ScubaGear/issues/1704');

// News

export const itOnline = report('it-online', 'IT-Online, 3 March 2025', 'it-online.co.za, 2025-03-03');
export const soylent = report('soylent', 'SoylentNews, quoting Microsoft on the end of Skype', 'soylentnews.org');
export const skypeRetiring = report(
  'skype-retiring',
  'Microsoft, "Skype is retiring in May 2025" (cited by others; its text could not be read)',
  'support.microsoft.com',
);
export const zimbabweMail = report('zimbabwe-mail', 'The Zimbabwe Mail, on the data of Skype', 'thezimbabwemail.com');
export const techMinis = report('techminis', 'TechMinis, on the data of Skype', 'techminis.com');
export const betaNews = report('betanews', 'BetaNews, 18 July 2025', 'betanews.com, 2025-07-18');
export const neowin = report('neowin', 'Neowin, on Subscription Edition', 'neowin.net, topic 1456374');
export const eWeek = report('eweek', 'eWeek, on video between Lync and Skype', 'eweek.com, December 2014');
export const rcpMag = report('rcpmag', 'Redmond Channel Partner, 5 December 2014', 'rcpmag.com, 2014-12-05');
export const agileIt = report('agile-it', 'Agile IT, on Lync-Skype at release', 'agileit.com');
export const windowsCentral = report('windows-central', 'Windows Central, on linking accounts', 'windowscentral.com');

// Blogs

export const fowler = report(
  'fowler',
  'Adam Fowler, setting up Lync to Skype federation',
  'adamfowlerit.com/2013/06/how-to-set-up-lync-to-skype-federation',
);
export const lyncDude = report(
  'lyncdude',
  'LyncDude, troubleshooting federation',
  'lyncdude.com/2014/05/29/complete-guide-troubleshooting-lync-federation',
);
export const netdork = report(
  'netdork',
  'Netdork, Lync federation and DNS',
  'jon.netdork.net/2012/07/18/lync-federation-and-dns',
);
export const risual = report('risual', 'Risual, on presence unknown', 'risual.com, June 2012');
export const msxfaq = report('msxfaq', 'MSXFAQ, Lync client policies', 'msxfaq.de, lyncclientpolicies');
export const programming4 = report(
  'programming4',
  'Two books, on Lync Server 2013 and 2010, public providers',
  'guides.programming4.us and tutorial.programming4.us',
);
export const messHelper = report(
  'mess-helper',
  'MessHelper, on Skype connectivity and on linking accounts',
  'messhelper.com, lync-skype-for-business-to-skype-connectivity-update and skype/how-to-merge-or-link-skype-and-microsoft-account',
);
export const ramosCabral = report(
  'ramos-cabral',
  'A blog on Skype contacts, April 2018',
  'blog.en.rramoscabral.com/2018/04',
);
export const techToday = report('tech-today', 'TechToday, 1 March 2013', 'techtoday.de, 2013-03-01');
export const greig = report(
  'greig',
  'Greig Sheridan, on what the federation carries, told by Santiago Buitrago Reis',
  'greiginsydney.com',
);
export const pureInfoTech = report(
  'pure-info-tech',
  'Pureinfotech, unlinking a Microsoft account',
  'pureinfotech.com/unlink-skype-merge-different-microsoft-account',
);
export const pureInfoTechLater = report(
  'pure-info-tech-later',
  'Pureinfotech, later text on linking',
  'pureinfotech.pages.dev',
);
export const topaix = report('topaix', 'Topaix, January 2016', 'topaix.com, 2016-01');
export const collabAge = report('collab-age', 'CollabAge, December 2005', 'collabage.blogspot.com/2005/12');
export const messengerGeek = report(
  'messenger-geek',
  'Messenger Geek, 9 April 2009',
  'messengergeek.wordpress.com/2009/04/09',
);
export const leonCon = report(
  'leon-con',
  'A blog of Microsoft, archived, on presence',
  'video2.skills-academy.com/archive/blogs/leoncon',
);
export const confusedAmused = report(
  'confused-amused',
  'Confused Amused, Lync to Windows Live audio and video',
  'confusedamused.com/notebook/lync-to-windows-live-av-federation',
);
export const nextHop = report(
  'next-hop',
  'NextHop, a blog of Microsoft, 12 February 2014',
  'blogs.technet.microsoft.com/nexthop/2014/02/12',
);
export const policyDefaults = report(
  'policy-defaults',
  'A table of execution policy defaults',
  'gist.github.com/stknohg/328df73891b8',
);
export const powerShellNo = report('powershell-no', 'A blog on Windows PowerShell and Lync', 'blog.powershell.no');
