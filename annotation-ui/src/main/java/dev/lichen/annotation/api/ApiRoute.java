package dev.lichen.annotation.api;

import dev.lichen.annotation.account.TokenScope;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a route what the document says of it and what its callers need; a method without it answers nobody. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface ApiRoute {

    /** The type of a body that is not there. */
    final class Nothing {}

    /** What it does, in one sentence. */
    String value();

    /** What the token must be good for. */
    TokenScope scope();

    /** The record that the body of a request is read as. */
    Class<?> takes() default Nothing.class;

    /** The media type of a body that is no record. */
    String takesMedia() default "";

    /** The record that an answer holds. */
    Class<?> gives() default Nothing.class;

    /** Whether it makes something, and is answered with 201. */
    boolean creates() default false;

    /** Whether the answer is a page of such records. */
    boolean pages() default false;

    /** The media type of an answer. */
    String media() default "application/json";
}
