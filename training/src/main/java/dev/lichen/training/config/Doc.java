package dev.lichen.training.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says in one line what a configuration key does, with its unit and range, for {@code --help} and for forms. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Doc {

    /** Returns the line: lower case, no full stop. */
    String value();
}
