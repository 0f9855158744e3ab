//! What each statement shows.

use std::sync::Arc;

use nodes::{Node, el, live, svg};
use plans::catalog::PlanIndex;
use plans::picture::Ribbon;
use plans::wording::fill;
use plans::wording::messages::{Answer, Showing};
use takeaway::story::Chapter;

use super::{AT_ONCE, Stage};
use crate::page::{Page, PageState};
use crate::view::answer::{
    Drawn, also_soonest, desk, of_reply, of_target, scale, still_lane, target,
};
use crate::view::demo::sheet;
use crate::view::widgets::{div, paragraph, said_in_span};

impl Stage {
    /// What the case is.
    pub(super) fn case(&self) -> Node {
        let mut case = Vec::new();
        let own = |class: &str, words: &str| -> Node {
            el("p").class(class).attr("dir", "auto").child(words).into()
        };
        if let Some(Chapter { title, line, .. }) = self.chapter() {
            if !title.is_empty() {
                case.push(own("pc-present__title", title));
            }
            if !line.is_empty() {
                case.push(own("pc-present__line", line));
            }
        }
        let page = self.page;
        let class = if case.is_empty() { "pc-present__title" } else { "pc-present__line" };
        case.push(paragraph(class, live(move || page.get().case_in_words())));
        let words = Arc::clone(&self.kit.words);
        let besides = move || {
            let (page, words) = (page.get(), &words.showing);
            let besides = [holidays(&page, words), sheet::also(&page, words)];
            besides.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        case.push(paragraph("pc-present__line", live(besides)));
        case.push(paragraph("pc-present__line", sheet::ignored(&page.get()).join(" ")));
        case.into()
    }

    /// When a plan answers, and the time that passes until then.
    pub(super) fn plan(&self, plan: PlanIndex) -> Node {
        let (page, drawn) = (self.page, self.drawn);
        let state = page.get();
        let name = said_in_span(&state, "pc-present__plan", &state.catalog().plan(plan).name);
        let lane = vec![still_lane(drawn, plan).into(), passing(page, drawn, plan)];
        // What is due, the target, and whether the desk is open: why it is due then.
        let promised = move || {
            let parts = [
                of_target(page, Answer::due),
                of_reply(page, plan, target),
                of_reply(page, plan, desk),
            ];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
        };
        vec![
            name,
            paragraph("pc-present__label", live(promised)),
            div("pc-present__due", sheet::due(page, &self.kit.words.showing, plan)),
            div("pc-present__ribbon", vec![scale(drawn), div("pc-present__lane", lane)]),
        ]
        .into()
    }

    /// When a plan answers at each of several desks, and which is the first.
    pub(super) fn desks(&self, plan: PlanIndex) -> Node {
        let page = self.page;
        let soonest = move || also_soonest(&page.get(), Some(plan)).unwrap_or_default();
        let desks = move || sheet::everywhere(page, plan);
        vec![
            paragraph("pc-present__line", live(soonest)),
            sheet::answers_of(page, &self.kit.words, self.drawn, Box::new(desks)),
        ]
        .into()
    }

    /// How several plans compare, from the one at a place on.
    pub(super) fn together(&self, first: usize) -> Node {
        let page = self.page;
        let plans = move || {
            let plans = page.get().shown().into_iter().skip(first).take(AT_ONCE);
            plans.map(|plan| (plan, None)).collect()
        };
        let soonest = move || {
            let page = page.get();
            let soonest = match page.has_also() {
                // The rows are of the first desk, and another one may answer sooner.
                true => also_soonest(&page, None),
                false => page.wording().soonest(page.catalog(), &page.zone(), &page.answers()),
            };
            soonest.unwrap_or_default()
        };
        vec![
            paragraph("pc-present__line", live(soonest)),
            sheet::answers_of(page, &self.kit.words, self.drawn, Box::new(plans)),
        ]
        .into()
    }
}

/// The dates that the visitor named as holidays; `None` if there are none.
pub fn holidays(page: &PageState, words: &Showing) -> Option<String> {
    let case = page.case();
    let dates: Vec<String> =
        case.holidays.dates().iter().map(|date| page.wording().date(*date)).collect();
    let dates = page.wording().list(&dates);
    (!dates.is_empty()).then(|| fill(words.holidays(), &[("dates", &dates)]))
}

/// The time that passes until a plan's reply is due, as a bar that grows up to there.
fn passing(page: Page, drawn: Drawn, plan: PlanIndex) -> Node {
    let of_ribbon = move |of: &dyn Fn(&Ribbon) -> Option<String>| {
        drawn.with(|ribbon| ribbon.as_ref().and_then(|ribbon| of(ribbon)))
    };
    let view_box = move || of_ribbon(&|ribbon| Some(ribbon.view_box.clone()));
    let path = move || {
        let answer = page.get().answer(plan)?;
        of_ribbon(&|ribbon| ribbon.passing(&answer))
    };
    svg("svg")
        .class("pc-present__time")
        .attr("aria-hidden", "true")
        .attr("width", "100%")
        .attr("height", "100%")
        .attr("preserveAspectRatio", "none")
        .attr("viewBox", view_box)
        .child(svg("path").class("pc-present__passed").attr("d", path))
        .into()
}
