package dev.sluice.bundle.vectors;

import dev.sluice.bundle.model.Direction;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks a method that makes a bundle which every reader has to accept. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Good {
  /** What is in it, in one line. */
  String value();

  Party pairing() default Party.CLASSIC;

  Direction direction() default Direction.LOW_TO_HIGH;
}
