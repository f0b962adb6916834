import { PublishingSidebar as PublishingSidebar_6cd8cf8d90fe571d8839e21d10c5b3da } from '../../../admin/PublishingSidebar.tsx'
import { PreviewLink as PreviewLink_f942d35a2fc0d21351a9367751c6eec0 } from '../../../admin/PreviewLink.tsx'
import { RscEntryLexicalCell as RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { RscEntryLexicalField as RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { LexicalDiffComponent as LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e } from '@payloadcms/richtext-lexical/rsc'
import { HorizontalRuleFeatureClient as HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BlockquoteFeatureClient as BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { OrderedListFeatureClient as OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { UnorderedListFeatureClient as UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { LinkFeatureClient as LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { TextStateFeatureClient as TextStateFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SuperscriptFeatureClient as SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { SubscriptFeatureClient as SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { BoldFeatureClient as BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ItalicFeatureClient as ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { HeadingFeatureClient as HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { ParagraphFeatureClient as ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { FixedToolbarFeatureClient as FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864 } from '@payloadcms/richtext-lexical/client'
import { PublishWhenSaved as PublishWhenSaved_11b7fd84d683d9b0a2d4278d9b1a7f61 } from '../../../admin/PublishWhenSaved.tsx'
import { ShowWhenName as ShowWhenName_ff2dbc501e2b722fb71d687d7fbafa8a } from '../../../admin/ShowWhen.tsx'
import { ShowWhenAnswers as ShowWhenAnswers_ff2dbc501e2b722fb71d687d7fbafa8a } from '../../../admin/ShowWhen.tsx'
import { FormItemLabel as FormItemLabel_12c86b32f8bbca526c9c3f8d9888b581 } from '../../../admin/FormItemLabel.tsx'
import { SignupPage as SignupPage_645e0179810e92fa64ca5186f7a0b6a9 } from '../../../admin/desk/SignupPage.tsx'
import { DeskList as DeskList_ad76de3b862f3988952e77c0aa11d281 } from '../../../admin/desk/DeskList.tsx'
import { EnterView as EnterView_548630c9411cae6322adcfb7c2495737 } from '../../../admin/desk/EnterView.tsx'
import { OutgoingMails as OutgoingMails_3c353ae3ea5d3918a348182ba0461c75 } from '../../../admin/OutgoingMails.tsx'
import { ContactLabel as ContactLabel_6c8aeab65ccae88a4586621d54d2fb7d } from '../../../admin/register/ContactLabel.tsx'
import { MemberHistory as MemberHistory_b7e8e47407fa2e13b17dbe6504a2f0c7 } from '../../../admin/register/MemberHistory.tsx'
import { RegisterTools as RegisterTools_0b87cd18fb62a46faffc6256a0206ded } from '../../../admin/register/RegisterTools.tsx'
import { KronorField as KronorField_254ec7cbe65b525bbce3e731d589e730 } from '../../../admin/fees/KronorField.tsx'
import { FeeTierLabel as FeeTierLabel_a54f9298bc48cea28ca8d535390b2ffe } from '../../../admin/fees/FeeTierLabel.tsx'
import { FeeExample as FeeExample_75671abbaa0a87302fed6343d0adf500 } from '../../../admin/fees/FeeExample.tsx'
import { FeeTableLabel as FeeTableLabel_c570ce2d77f2a1515e19b393e49906c5 } from '../../../admin/fees/FeeTableLabel.tsx'
import { AccessibilityGaps as AccessibilityGaps_bf58ce2660317e7f7d816770850d109d } from '../../../admin/AccessibilityGaps.tsx'
import { EmailTextPreview as EmailTextPreview_9e17477b8a179bfda7dd91a8bff67521 } from '../../../admin/EmailTextPreview.tsx'
import { PersonTools as PersonTools_f4969543404871eac963e7276e18ade4 } from '../../../admin/privacy/PersonTools.tsx'
import { RetentionReport as RetentionReport_db57dbeb0628026801460e3b5ea20d50 } from '../../../admin/privacy/RetentionReport.tsx'
import { Icon as Icon_31632a3714af2a4550104a8aa2f6722e } from '../../../admin/Logo.tsx'
import { Logo as Logo_31632a3714af2a4550104a8aa2f6722e } from '../../../admin/Logo.tsx'
import { PublishingDashboard as PublishingDashboard_0e740a53846e06765c860e19d0bbe157 } from '../../../admin/PublishingDashboard.tsx'
import { ScheduleOverview as ScheduleOverview_d906e4e6712e10ec83fd184dae601103 } from '../../../admin/ScheduleOverview.tsx'
import { CollectionCards as CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1 } from '@payloadcms/next/rsc'

/** @type import('payload').ImportMap */
export const importMap = {
  "/admin/PublishingSidebar.tsx#PublishingSidebar": PublishingSidebar_6cd8cf8d90fe571d8839e21d10c5b3da,
  "/admin/PreviewLink.tsx#PreviewLink": PreviewLink_f942d35a2fc0d21351a9367751c6eec0,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalCell": RscEntryLexicalCell_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#RscEntryLexicalField": RscEntryLexicalField_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/rsc#LexicalDiffComponent": LexicalDiffComponent_44fe37237e0ebf4470c9990d8cb7b07e,
  "@payloadcms/richtext-lexical/client#HorizontalRuleFeatureClient": HorizontalRuleFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BlockquoteFeatureClient": BlockquoteFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#OrderedListFeatureClient": OrderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#UnorderedListFeatureClient": UnorderedListFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#LinkFeatureClient": LinkFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#TextStateFeatureClient": TextStateFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SuperscriptFeatureClient": SuperscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#SubscriptFeatureClient": SubscriptFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#BoldFeatureClient": BoldFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ItalicFeatureClient": ItalicFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#HeadingFeatureClient": HeadingFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#ParagraphFeatureClient": ParagraphFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "@payloadcms/richtext-lexical/client#FixedToolbarFeatureClient": FixedToolbarFeatureClient_e70f5e05f09f93e00b997edb1ef0c864,
  "/admin/PublishWhenSaved.tsx#PublishWhenSaved": PublishWhenSaved_11b7fd84d683d9b0a2d4278d9b1a7f61,
  "/admin/ShowWhen.tsx#ShowWhenName": ShowWhenName_ff2dbc501e2b722fb71d687d7fbafa8a,
  "/admin/ShowWhen.tsx#ShowWhenAnswers": ShowWhenAnswers_ff2dbc501e2b722fb71d687d7fbafa8a,
  "/admin/FormItemLabel.tsx#FormItemLabel": FormItemLabel_12c86b32f8bbca526c9c3f8d9888b581,
  "/admin/desk/SignupPage.tsx#SignupPage": SignupPage_645e0179810e92fa64ca5186f7a0b6a9,
  "/admin/desk/DeskList.tsx#DeskList": DeskList_ad76de3b862f3988952e77c0aa11d281,
  "/admin/desk/EnterView.tsx#EnterView": EnterView_548630c9411cae6322adcfb7c2495737,
  "/admin/OutgoingMails.tsx#OutgoingMails": OutgoingMails_3c353ae3ea5d3918a348182ba0461c75,
  "/admin/register/ContactLabel.tsx#ContactLabel": ContactLabel_6c8aeab65ccae88a4586621d54d2fb7d,
  "/admin/register/MemberHistory.tsx#MemberHistory": MemberHistory_b7e8e47407fa2e13b17dbe6504a2f0c7,
  "/admin/register/RegisterTools.tsx#RegisterTools": RegisterTools_0b87cd18fb62a46faffc6256a0206ded,
  "/admin/fees/KronorField.tsx#KronorField": KronorField_254ec7cbe65b525bbce3e731d589e730,
  "/admin/fees/FeeTierLabel.tsx#FeeTierLabel": FeeTierLabel_a54f9298bc48cea28ca8d535390b2ffe,
  "/admin/fees/FeeExample.tsx#FeeExample": FeeExample_75671abbaa0a87302fed6343d0adf500,
  "/admin/fees/FeeTableLabel.tsx#FeeTableLabel": FeeTableLabel_c570ce2d77f2a1515e19b393e49906c5,
  "/admin/AccessibilityGaps.tsx#AccessibilityGaps": AccessibilityGaps_bf58ce2660317e7f7d816770850d109d,
  "/admin/EmailTextPreview.tsx#EmailTextPreview": EmailTextPreview_9e17477b8a179bfda7dd91a8bff67521,
  "/admin/privacy/PersonTools.tsx#PersonTools": PersonTools_f4969543404871eac963e7276e18ade4,
  "/admin/privacy/RetentionReport.tsx#RetentionReport": RetentionReport_db57dbeb0628026801460e3b5ea20d50,
  "/admin/Logo.tsx#Icon": Icon_31632a3714af2a4550104a8aa2f6722e,
  "/admin/Logo.tsx#Logo": Logo_31632a3714af2a4550104a8aa2f6722e,
  "/admin/PublishingDashboard.tsx#PublishingDashboard": PublishingDashboard_0e740a53846e06765c860e19d0bbe157,
  "/admin/ScheduleOverview.tsx#ScheduleOverview": ScheduleOverview_d906e4e6712e10ec83fd184dae601103,
  "@payloadcms/next/rsc#CollectionCards": CollectionCards_f9c02e79a4aed9a3924487c0cd4cafb1
}
