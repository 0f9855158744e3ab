//! The desks beside the case's own. Only chunks of the program refer to this.

use std::sync::Arc;

use plans::case::{Case, Desk};
use plans::compare::{AllTerms, Answer, answer};
use plans::picture::Scene;

use super::PageState;

/// The same case at another desk, with what the plans shown answer there.
struct AtDesk {
    case: Case,
    terms: AllTerms,
    answers: Vec<Arc<Answer>>,
}

impl AtDesk {
    fn new(first: &Scene, desk: Desk) -> Self {
        let case = first.case.at(desk);
        let terms = AllTerms::new(first.catalog, &case, &desk);
        let answer = |of: &Arc<Answer>| Arc::new(answer(&terms, of.plan, Ok(first.opened)));
        let answers = first.answers.iter().map(answer).collect();
        Self { case, terms, answers }
    }
}

impl PageState {
    /// Reads the case with its answers at its own desk, and then at each desk beside that, if the case is opened
    /// within the zone rules.
    pub fn with_scenes(&self, read: &mut dyn FnMut(&Scene, &[Scene])) {
        let also = self.also();
        self.with_scene(&mut |first| {
            let others: Vec<AtDesk> = also.iter().map(|desk| AtDesk::new(first, *desk)).collect();
            let also = others.iter().map(|AtDesk { case, terms, answers }| Scene {
                case,
                desk: &case.desk,
                terms,
                answers,
                ..*first
            });
            read(first, &also.collect::<Vec<_>>());
        });
    }
}
