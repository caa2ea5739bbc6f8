package dev.sluice.web.page;

import dev.sluice.state.text.SafeText;
import dev.sluice.web.desk.Board;
import dev.sluice.web.desk.Plan;

/**
 * That a plan was carried out.
 *
 * @param sentence what was done
 * @param before what there was to decide on before, which knows what people call it
 * @param plan the plan
 */
public record Receipt(SafeText sentence, Board before, Plan plan) {}
