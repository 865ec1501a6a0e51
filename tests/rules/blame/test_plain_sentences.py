"""Plain sentences of many trades: what blames somebody is found, what only tells is not."""

from __future__ import annotations

from functools import cache

import pytest

from pmlint.checking import check_documents
from pmlint.config.settings import Settings
from pmlint.document import parse
from pmlint.records import Report

BLAMING = """\
The DBA forgot to check replication lag.
This happened because of the vendor's negligence.
Root cause: human error.
The reviewer should have caught this.
This was a careless deploy.
Engineers have been reminded to be more careful.
Priya broke checkout because she didn't bother to read the runbook.
Someone on the night shift left the valve open again.
The contractor ignored the drawings and poured the slab two days early.
QA missed an obvious regression.
The outage was caused by a junior engineer.
The outage was caused by an engineer who deployed without a review.
Marketing promised a date without consulting engineering.
If the on-call had looked at the dashboard, we would have avoided the outage.
Management did not listen to the warnings of the site team.
The supplier failed to deliver the parts on time.
Tom made a mistake when he entered the invoice number.
Due to a misconfiguration error by the network team, traffic was dropped.
The nurse on duty gave the wrong dose.
The PM never told the client about the delay.
Whose idea was it to ship on a Friday?
Who approved this change?
The incident was the result of Mark not following the procedure.
Kofi will receive additional training on change management.
All staff will be reminded of the correct procedure.
The team has been told to pay more attention to alerts.
Operator error led to the spill.
Alex was careless with the production credentials.
It was irresponsible of the vendor to push the update during business hours.
The customer success team dropped the ball on the renewal.
The intern accidentally deleted the bucket.
Our database admin ran the script on the wrong server.
The developers had not tested the change on staging.
Support was too slow to escalate the ticket.
Jane didn't pull her weight during the last two sprints.
We should have tested the backup.
I failed to tell the team about the deadline.
Leadership's refusal to fund a second machine led to this.
The agency delivered sloppy work.
He was not paying attention when the alarm went off.
The root cause was the failure of the shift lead to hand over the open tickets.
Procurement took three weeks to answer a simple question.
The architect is to blame for the delay.
The finance team was responsible for the error in the report.
Nobody on the platform team bothered to check the logs.
They clearly did not understand the contract.
Anyone with basic knowledge of SQL would have seen that the query was wrong.
The client kept changing their mind.
A simple check by the driver would have prevented the accident.
The mistake was made by the night crew.
The engineer mistakenly ran the migration against production.
Had the surgeon read the notes, the wrong knee would not have been prepared.
None of the reviewers noticed the missing index.
Nobody on the platform team bothered to check the logs.
A developer merged untested code on Friday afternoon.
Root cause: carelessness.
The root cause was a lack of attention by the line operator.
Sam introduced a bug in the discount code.
An intern took down production.
The misconfiguration by the hosting company cost us a day.
Their poor planning cost us two weeks.
""".splitlines()

TELLING = """\
The engineer ran the command on db1, believing it was db2: both prompts look the same.
Priya rolled the release back at 14:02.
Priya will add a schema check by 12 May.
The script failed to parse the header.
Redis ran out of memory.
AWS us-east-1 was down.
We do not blame people for mistakes.
The error budget for March was used up on the 12th.
A segmentation fault in the parser took the node down.
The design is fault-tolerant.
Images are lazy loaded below the fold.
The attacker exploited a forgotten endpoint.
The pump failed to start because its fuse had blown.
The job did not check whether the file was complete.
The health check should have removed the node from the pool.
The load balancer ignored the header.
The user error rate rose to 4 %.
What should we do if the vendor fails to deliver next time?
If the supplier fails to deliver, the plant switches to its second source.
Dana took over as incident commander at 09:40.
The surgeon asked for the second count and the nurse repeated it.
The nurse gave the dose printed on the label, which named the old concentration.
The migration broke the export for 40 customers.
The vendor released version 4.2 on Monday.
The team did a fantastic job under pressure.
Sam was not told that the window had moved, so he started the job at noon.
We are sorry for the disruption.
The on-call engineer restarted the service twice.
Nobody was hurt.
The alert did not fire because the threshold was set for the old queue.
There was no test for leap years.
Customers could not log in for 40 minutes.
The config change caused the proxies to reload.
"He should have known better" is not a sentence we want in a review.
The team decided to roll forward because a rollback would have lost the new orders.
Ada noticed at 10:12 that the graph was flat and called Ben.
The script should not have been able to delete more than ten rows.
Reminder emails are sent by the scheduler every Monday.
The calendar reminded the on-call engineer of the rotation.
All engineers will be trained on the new console by 3 June.
The certificate should have been renewed automatically.
A fault in the breaker tripped the line.
Users should have received a mail by then.
Who will own the runbook from now on?
The vendor confirmed the defect and shipped a fix on Tuesday.
We never run this job on weekends.
The team does not use feature flags for schema changes.
The mistake was easy to make: both buttons have the same colour.
Error handling in the client hides the real cause.
The operator pressed stop, as the manual says.
No one from the team was on site that night.
None of the servers noticed the change.
The lack of attention weights in the log made it slow.
We took down the site for the migration at 02:00.
The buggy release was rolled back by Kim.
The misunderstanding was easy: the form has two fields named "start".
Neither of the two alarms rang.
The team was let go home early after the night shift.
It isn't that the analyst was hasty; the two alerts carried the same text.
There is no evidence that the caterer ignored the list.
Nothing in the log suggests that the pilot was reckless.
I do not think the surveyor should have seen it: his screen shows two decimals.
Operator error was considered and ruled out.
The crew did not cause the leak.
Staff are reminded once a year of the rules on gifts.
The trainee reported her own mistake within the hour.
Our importer is sloppy with commas.
The band opened with Careless Whisper.
The nurse found the wrong label before the round began.
""".splitlines()


@cache
def reports() -> dict[str, Report]:
    """All sentences in one run of the rules on blame."""
    texts = [*BLAMING, *TELLING]
    return dict(
        zip(texts, check_documents([parse(t) for t in texts], Settings(select=("PM1",))), strict=True)
    )


@pytest.mark.parametrize("text", BLAMING)
def test_blame_is_found(text: str) -> None:
    """A facilitator would stop at each of these."""
    assert reports()[text].findings


@pytest.mark.parametrize("text", TELLING)
def test_telling_is_no_blame(text: str) -> None:
    """An act with its conditions, a system that fails, a denial, a routine: nothing to remark on."""
    assert [(f.rule, f.text) for f in reports()[text].findings] == []
