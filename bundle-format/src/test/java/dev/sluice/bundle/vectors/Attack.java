package dev.sluice.bundle.vectors;

import dev.sluice.bundle.model.Direction;
import dev.sluice.bundle.model.RejectionReason;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method that turns the good bundle it is given into a vector. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Attack {
  /** What was done, in one line. */
  String value();

  /** With which refusal a reader answers. */
  RejectionReason expect();

  /** Where it answers. */
  Step step() default Step.VERIFY;

  /** The pairing that the bundle is made for, and that its reader knows. */
  Party pairing() default Party.CLASSIC;

  /** Which way the bundle says it goes. */
  Direction direction() default Direction.LOW_TO_HIGH;

  /** Which way the reader takes bundles from. */
  Direction incoming() default Direction.LOW_TO_HIGH;

  /** Why it matters, or how to tell it from a similar one. */
  String note() default "";

  /** Whether it lies in the repository; otherwise it is only made at test time. */
  boolean kept() default true;
}
