/** The K-wise Bradley-Terry reward model. */
@NullMarked
package dev.lichen.rewardmodel;

import org.jspecify.annotations.NullMarked;
